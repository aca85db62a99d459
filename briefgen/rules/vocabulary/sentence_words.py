"""Words that continue or begin a sentence, and that are no endings of addresses, files or feminines (`Lehrer.In`)."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SENTENCE_WORDS = {
    "de": _words(
        "aber auch auf aus bei bis da damit das dass dem den denn der des die dies diese doch durch ein eine einen "
        "er es für gegen im ist jetzt kein keine man mehr mit nach nicht noch nur ob oder rund seit sich sie so "
        "sondern statt trotz um und unter viele vom von vor was weil wenn wer wie wir wird wo zu zum zur zwar "
        "zwischen über"
    ),
    "en": _words(
        "a about after all also although an and another any as at because before both but by each even every few for "
        "from he her here his how however if in instead it its last later many meanwhile more most much nobody not "
        "now of on once one only or other others our several she since so some still than that the their then there "
        "these they this those though three to today two under until we what when where which while who whose why "
        "with without yet you"
    ),
    "es": _words(
        "a al antes así aunque como con cuando de del desde después el ella en entonces entre es esta este esto "
        "hasta hay la las lo los mientras muy más ni no nos o para pero poco por porque pues que quien se según si "
        "sin sobre solo su sus también tras un una y ya"
    ),
    "fr": _words(
        "ainsi alors après au aux avant avec ce ces cette ceux comme dans de depuis des donc du elle elles en et il "
        "ils la le les leur lors mais même ni nous on ou par pas pendant plus pour puis quand que qui sa sans se "
        "selon ses si son sous sur tandis tout un une vous à"
    ),
    "it": _words(
        "a ad al alla anche che chi ci come con da dal dalla dei del della di dopo e ed gli i il in la le lo ma "
        "mentre nel nella non o per perché poi prima quando se secondo senza si sono su sul tra un una è"
    ),
    "nl": _words(
        "aan als bij dat de die dit door een en er het hij ik in is maar met na naar niet nog nu of om ook op over "
        "sinds te toch tot uit van veel volgens voor want wat we zij ze zijn zo"
    ),
    "pt": _words(
        "a ao aos as até com como da das de depois desde do dos e ela ele em enquanto entre mas mais na nas no nos "
        "não o os ou para pela pelo por porque quando que se segundo sem sobre sua também um uma à é"
    ),
}
