"""Words that writers take for others that sound or look alike, where the words around them leave no doubt."""

from msgspec import Struct

_THE = "the|a|an|his|her|its|their|our|your|my|this|that|these|those|all|any|some|no|both"
_PARTICIPLES = (
    "been|had|done|gone|come|known|seen|taken|made|got|gotten|given|thought|happened|said|started|told|used|become|asked|"
    "bent|bought|broken|brought|built|caught|chosen|cost|cut|fallen|felt|found|held|kept|left|let|lost|meant|met|paid|put|"
    "read|run|sent|set|shown|sold|spent|spoken|stood|stayed|won|worked|written"
)
# What may come between the auxiliary and the participle.
_ADVERB = "(?:(?:never|just|also|already|easily|only|probably) )?"
_WE = "we|they|you|he|she|it|i"
_COMPARED = (
    r"better|worse|bigger|smaller|larger|higher|lower|greater|older|younger|faster|slower|longer|shorter|"
    r"stronger|weaker|"
    r"cheaper|earlier|later|easier|harder|closer|further|farther|richer|poorer|wider|deeper|safer|warmer|"
    r"colder|hotter"
)
_NUMBERS = (
    r"\d[\d,.]*|[$£€]\d[\d,.]*|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a dozen|a hundred"
)
_MODAL = "will|would|can|could|may|might|must|should|cannot|not|(?:wo|would|ca|could|sha|should|did|does|do)n't"
_COMPARABLE = (
    "expensive", "sure", "likely", "important", "efficient", "effective", "difficult", "popular", "powerful", "useful",
    "common", "dangerous", "interesting", "successful", "complex",
)  # fmt: skip
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty")
_FIGURES = ("2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "15", "20")
_CHANGED = (
    "rose", "rises", "rise", "risen", "fell", "falls", "fall", "grew", "grows", "grow", "increased", "decreased",
    "declined", "dropped", "climbed", "shrank", "jumped",
)  # fmt: skip
_COUNTED = (
    "people", "workers", "employees", "students", "children", "companies", "countries", "jobs", "members", "cars",
    "visitors", "voters", "users", "women", "men", "houses", "homes", "tourists", "passengers", "patients", "soldiers",
    "ships", "deaths", "seats", "votes", "guests", "customers",
)  # fmt: skip
# What “there” is taken to own.
_OWNED = (
    "home|homes|house|houses|children|families|members|parents|job|jobs|customers|employees|country|money|owner|owners|"
    "work|way|lives|neighbours|neighbors|name|names"
)
# Behind these, “form” is a slip for “from”.
_BEFORE_FROM = (
    "away|apart|far|ranging|ranged|suffered|suffering|resulted|resulting|derived|removed|received|heard|learned|learnt|"
    "released|bought|retired|resigned|returned|emerged|fled|quoted|borrowed|stolen|withdrew|withdrawn"
)
# A citation or a link counts as an end.
_END = r"(?=[.,;:!?)]|\Z|  | \x00)"


class Confusion(Struct, frozen=True):
    """A word in the place of another.

    One of the parts of `literal`, parted by `|`, occurs in small letters in every match of `expression`, where `{…}`
    encloses the wrong word, and so does one of the parts of `also`. A curly apostrophe counts as a straight one, and a
    line break as a space.
    """

    literal: str
    expression: str
    instead: str
    also: str = ""


CONFUSIONS = (
    Confusion(
        "more then |less then |fewer then ",
        rf"(?:more|less|fewer) {{then}} (?:{_NUMBERS}|ever|just|enough|twice|double|expected|usual|most)",
        "than",
    ),
    Confusion("rather then", "rather {then}", "than"),
    Confusion("other then", rf"(?<!each )(?<!the )other {{then}} (?:{_THE}|in|to|for|by|on|{_NUMBERS})", "than"),
    Confusion(
        "r then |worse then ",
        rf"(?:{_COMPARED}) {{then}} (?:ever|expected|usual|average|normal|last year|any|most|{_NUMBERS})",
        "than",
        also=_COMPARED,
    ),
    Confusion("since than|until than", "(?:since|until) {than}", "then"),
    Confusion("n't of ", rf"(?:should|would|could|must|might)n't {{of}} {_ADVERB}(?:{_PARTICIPLES}|\\w+ed)", "have"),
    Confusion(
        "should of |would of |could of ",
        rf"(?:should|would|could) {{of}} {_ADVERB}(?:{_PARTICIPLES}|\\w+ed)",
        "have",
    ),
    Confusion("must of |might of ", rf"(?<!the )(?:must|might) {{of}} {_ADVERB}(?:{_PARTICIPLES})", "have"),
    Confusion("ould not of ", rf"(?:should|would|could) not {{of}} {_ADVERB}(?:{_PARTICIPLES}|\\w+ed)", "have"),
    Confusion(
        "your ",
        r"(?<!not ){your} (?:supposed to|gonna|able to|invited to|allowed to|interested in|going to (?:be|have|"
        r"need|want|get|see|love|"
        r"find|like)|not (?:going|sure|alone|the|able|allowed|already|interested)|an? (?!la |priori |"
        r"posteriori )[a-z]+)",
        "you're",
    ),
    Confusion("your welcome", rf"(?<![\w,] )(?<![\w]){{your}} welcome{_END}", "you're"),
    Confusion(
        "if your ", r"if {your} (?:in the|on the|at the|not|unsure|unable|a|an|looking (?:for|to)|still)", "you're"
    ),
    Confusion("you're own", "{you're} own", "your"),
    Confusion(
        "you're ",
        "(?:in|to|of|on|from|with|for|at|by) {you're} (?:inbox|email|phone|website|account|name|computer|"
        "browser|friends|family|house|home|town|area)",
        "your",
    ),
    Confusion(
        "their is|their are|their was|their were|their has |their have |their had |their will ",
        "{their} (?-i:is|are|was|were|isn't|aren't|wasn't|weren't|has been|have been|had been|will be)",
        "there",
    ),
    Confusion(
        "their going to",
        "{their} going to (?:be|have|get|need|make|take)",
        "they're",
    ),
    Confusion("there own", "{there} own", "their"),
    Confusion("there respective", "{there} respective", "their"),
    Confusion(
        " there ",
        rf"(?:in|of|with|for|from|to|on|by|lost|left|leave|sold|use|used|keep|kept) {{there}} (?:{_OWNED})",
        "their",
        also="there " + _OWNED.replace("|", "|there "),
    ),
    Confusion("they're own", "{they're} own", "their"),
    Confusion(
        "they're ",
        "(?:in|of|with|from|to|on|by|for) {they're} (?:homes?|houses?|children|families|jobs?|lives|country|own)",
        "their",
    ),
    Confusion(
        "who's ",
        r"(?-i:{[Ww]ho's}) (?:own|names?|father|mother|husband|wife|parents|children|sons?|daughters?|books?|"
        r"career|job|company|"
        r"members|work)",
        "whose",
    ),
    Confusion("whose ", r"{whose} (?:been|the|going to|not (?:a|an|the|in|going|been))", "who's"),
    Confusion(
        " loose ",
        rf"(?:to|{_MODAL}|we|they|you|i|who) {{loose}} (?:money|weight|control|power|jobs|out|time|interest|"
        rf"track|sight|ground|"
        r"momentum|touch|faith|hope|confidence|patience|support|access|members|customers|votes|seats|(?:the|"
        r"his|her|its|their|"
        r"our|your|my) (?:\w+))",
        "lose",
    ),
    Confusion(" lose", "(?:broke|breaks?|breaking|broken|come|comes|came|shook|shaken|work(?:ed)?) {lose}", "loose"),
    Confusion(
        " loosing ",
        rf"(?:is|are|was|were|of|by|without|from|risks?|been|after|before) {{loosing}} (?:{_THE}|money|weight|"
        rf"control|power|jobs|time|interest|ground|out)",
        "losing",
    ),
    Confusion(" lead ", "(?:has|have|had) {lead} to", "led"),
    Confusion(" lead by", "(?:is|are|was|were|be|been|being) {lead} by", "led"),
    Confusion(
        "ly effect",
        "(?:adversely|negatively|positively|badly|severely|greatly|directly|seriously|disproportionately) {effect}",
        "affect",
    ),
    Confusion(
        "ly effected",
        "(?:adversely|negatively|positively|badly|severely|greatly|directly|seriously|most|worst|"
        "disproportionately) {effected}",
        "affected",
    ),
    Confusion(
        " effect ",
        rf"(?:wo|would|ca|could|did|does|do)n't {{effect}} (?:{_THE}|everyone|people|us|them|you|how)",
        "affect",
    ),
    Confusion(
        " effect ",
        "(?:will|would|could|can|may|might|to|not) {effect} (?:everyone|everybody|people|millions|thousands|us|"
        "them|you|how|residents|prices|many|anyone)",
        "affect",
    ),
    Confusion(
        " affect",
        r"(?:the|an?|no|little|any|adverse|negative|positive|great|big|real|lasting|long-term) {affect} on",
        "effect",
    ),
    Confusion(
        " affects",
        r"(?:the|no|few|any|adverse|negative|positive|real|lasting|long-term) {affects} (?:on|of)",
        "effects",
    ),
    Confusion(" affects", "(?:side|special|after|knock-on|ripple) {affects}", "effects"),
    Confusion(
        " affect",
        "(?:side|greenhouse|knock-on|ripple|domino|special|into|in|take|takes|took|taking|no) {affect}" + _END,
        "effect",
    ),
    Confusion(
        " to late| to early| to expensive| to dangerous| to difficult| to weak| to big| to small",
        rf"(?:is|are|was|were|far|way|it's|be|been|not|much) {{to}} (?:late|early|expensive|dangerous|"
        rf"difficult|weak|big|small)(?:{_END}| (?:to|for) )",
        "too",
    ),
    Confusion(
        " too ",
        "(?:according|due|thanks|want|wants|wanted|need|needs|going|able|likely|refused?|agreed?|decided?|"
        "plans?|tried|continues?|"
        "continued|expected|began|trying|hopes?) {too} (?:be|get|make|do|go|see|take|keep|know|say|help|find|"
        "give|the|a)",
        "to",
    ),
    Confusion(
        " form ",
        rf"(?:{_BEFORE_FROM}) {{form}}",
        "from",
        also=_BEFORE_FROM,
    ),
    Confusion(" from of ", "in (?:the|some|any|whatever) {from} of", "form"),
    Confusion(
        "the passed ",
        "the {passed} (?:few|couple|two|three|four|five|six|ten|twelve|year|month|week|decade|century)",
        "past",
    ),
    Confusion(
        "ed passed |drove passed |ran passed |went passed |flew passed |walk passed |walks passed ",
        rf"(?:walk|walks|walked|drove|ran|went|flew|sailed|rushed|sped|marched|cycled) {{passed}} (?:{_THE})",
        "past",
    ),
    Confusion(" past by", "(?:has|have|had|was|were|been) {past} by", "passed"),
    Confusion(
        "principle ",
        "(?<!in ){principle} (?:investigator|author|reason|cause|dancer|conductor|aim|objective|architect|city|"
        "source of)",
        "principal",
    ),
    Confusion(" principal", rf"(?:agreed?|agreement|wrong|right|possible) in {{principal}}{_END}", "principle"),
    Confusion("counsel ", "{counsel} (?:tax|estate|estates|house|houses|leader|meeting|officers?)", "council"),
    Confusion(" counsel", "(?:parish|borough|district) {counsel}", "council"),
    Confusion("weather or not", "{weather} or not", "whether"),
    Confusion(
        " weather ",
        r"(?:know|knows|knew|decide|decides|decided|ask|asks|asked|wonder|wonders|unsure|unclear|doubt|"
        r"matter) {weather} "
        rf"(?:{_WE}|the|an?|this|there)",
        "whether",
    ),
    Confusion(
        " weather to ",
        "(?:decide|decides|decided|know|unsure|consider|considering|deciding|doubt) {weather} to",
        "whether",
    ),
    Confusion(
        "to breath |can breath |could breath |t breath |cannot breath ",
        r"(?:to|can|could|can't|couldn't|cannot) {breath} (?:in|again|easily|easier|freely|fresh|clean|the air|"
        r"life|new life)",
        "breathe",
    ),
    Confusion(
        " advice ",
        r"(?:to|would|will|can|we|they|i|should|must) {advice} (?:you|against|that|readers|clients|people|"
        r"residents|anyone|him|her|them|us|caution|the)",
        "advise",
    ),
    Confusion(
        " advise",
        r"(?:legal|medical|expert|good|bad|professional|financial|career|piece of|pieces of) {advise}",
        "advice",
    ),
    Confusion(
        " except ",
        r"(?:to|will|would|cannot|not|n't|must) {except} (?:responsibility|defeat|offers|payments?|donations|"
        r"applications|cards|cash|"
        r"(?:the|an?|his|her|its|their) (?:offer|deal|award|terms|resignation|result|verdict|invitation|proposal))",
        "accept",
    ),
    Confusion(" accept for", "(?:all|everyone|everybody|everything|nobody|nothing|anything) {accept} for", "except"),
    Confusion(
        "they where |we where ",
        "(?:they|we) {where} (?:not|all|also|the|an?|able|both|in|at|on|going|told|given|asked|using|looking|"
        "trying|\\w+ed)",
        "were",
    ),
    Confusion(
        " were he | were she | were they | were it | were we | were i ",
        "(?:place|places|area|areas|town|village|country|region|school|hospital|house|street) {were} (?:he|she|"
        "they|it|we|i)",
        "where",
    ),
    Confusion(
        " quite ",
        "a {quite} (?:place|street|town|village|corner|night|day|moment|room|life|evening|week|year|month|start)",
        "quiet",
    ),
    Confusion("quiet a ", "{quiet} a (?:few|bit|lot|while|number|different)", "quite"),
    Confusion("bare ", "{bare} (?:in mind|with us|with me|the brunt|fruit)", "bear"),
    Confusion(
        " brake",
        "(?:lunch|coffee|summer|winter|spring|christmas|easter|tax|short|take a|took a|taking a) {brake}",
        "break",
    ),
    Confusion(
        "to here ",
        "(?:want|wants|wanted|glad|like|love|pleased|sorry|forward) to {here} (?:from|about|that|your|what)",
        "hear",
    ),
    Confusion("hear ", "(?<![\\w’'-] ){hear} (?:is|are) (?:the|a|an|some|what|our|your|my|this)", "here"),
    Confusion(
        " moral",
        rf"(?:low|high|boost|boosts|boosted|staff|team|troop|public|sagging|poor) {{moral}}(?:{_END}| (?:is|"
        rf"was|and|at|among|has) )",
        "morale",
    ),
    Confusion(
        " personal",
        rf"(?:military|security|army|police|medical|service) {{personal}}(?:{_END}| (?:were|are|was|have|who|"
        rf"from|on|at) )",
        "personnel",
    ),
    Confusion(
        "perspective ",
        "{perspective} (?:students|buyers|employers?|tenants?|candidates?|customers|clients|parents)",
        "prospective",
    ),
    Confusion("illicit ", "{illicit} (?:a |any |no )?(?:response|responses|reaction|sympathy|feedback)", "elicit"),
    Confusion(
        "elicit ", "{elicit} (?:drugs?|trade|affair|activity|activities|goods|trafficking|substances)", "illicit"
    ),
    Confusion(
        "flaunt", "{flaunt} (?:the )?(?:rules?|laws?|regulations?|ban|sanctions|restrictions|conventions?)", "flout"
    ),
    Confusion(
        "hoards of",
        "{hoards} of (?:people|fans|tourists|visitors|shoppers|protesters|journalists|children|customers)",
        "hordes",
    ),
    Confusion(
        "the hole ",
        "the {hole} (?:world|country|time|thing|city|family|team|year|week|day|point|process|idea|village|community)",
        "whole",
    ),
    Confusion("baited breath", "{baited} breath", "bated"),
    Confusion("peaked |peeked ", "{peaked|peeked} (?:my |his |her |their |our |your )?interest", "piqued"),
    Confusion("sneak peak", "sneak {peak}", "peek"),
    Confusion("sneak peaks", "sneak {peaks}", "peeks"),
    Confusion("free reign", "free {reign}", "rein"),
    Confusion("shoe-in", "{shoe-in}", "shoo-in"),
    Confusion("slight of hand", "{slight} of hand", "sleight"),
    Confusion("by in large", "by {in} large", "and"),
    Confusion("intensive purposes", "for all {intensive} purposes", "intents and"),
    Confusion("one in the same", "one {in} the same", "and"),
    Confusion("case and point", f"case {{and}} point{_END}", "in"),
    Confusion("extract revenge", "{extract} revenge", "exact"),
    Confusion("per say", f"per {{say}}{_END}", "se"),
    Confusion("mute point", "{mute} point", "moot"),
    Confusion("make due with", "make {due} with", "do"),
    Confusion("wet your appetite", "{wet} (?:your|my|his|her|their|our|the) appetite", "whet"),
    Confusion("tow the line", "{tow} the line", "toe"),
    Confusion(" of coarse", f"of {{coarse}}{_END}", "course"),
    Confusion(" site", "(?:construction|building) {sight}", "site"),
    Confusion("web sight", "web {sight}", "site"),
    Confusion("it self", "{it self}", "itself"),
    Confusion("them selves", "{them selves}", "themselves"),
    Confusion("our selves", "(?<!of ){our selves}", "ourselves"),
    Confusion("him self", "{him self}", "himself"),
    Confusion(" an other ", "{an other}", "another"),
    Confusion(
        "the end the |the start the |the beginning the |the middle the ",
        "(?:by|at|in|until|before|after|since|near|towards?) the (?:end|start|beginning|middle) {the} (?:year|month|"
        "week|day|decade|century|season|quarter|war|summer|winter|night)",
        "of the",
    ),
    Confusion(
        "|".join(f" {verb} with " for verb in _CHANGED),
        rf"(?:{'|'.join(_CHANGED)}) {{with}} (?:(?:about|nearly|almost|over|some|more than) )?\d[\d.,]* ?"
        r"(?:%|percent|per cent)(?! of)",
        "by",
    ),
    Confusion("less ", rf"{{less}} (?:{'|'.join(_COUNTED)})", "fewer", also="|".join(_COUNTED)),
    Confusion(
        "amount of |amounts of ",
        rf"(?:the|an?|large|small|huge|growing|vast) {{amount}} of (?:{'|'.join(_COUNTED)})",
        "number",
    ),
    Confusion(
        "between ",
        rf"between (?:{'|'.join(_SMALL)}) {{to}} (?:{'|'.join(_SMALL)}|\d+) [a-z]+s",
        "and",
        also="|".join(f"between {number} to " for number in _SMALL),
    ),
    Confusion(
        "since ",
        rf"{{since}} (?:{'|'.join((*_SMALL, *_FIGURES))}|several|many) (?:hours|days|weeks|months|years|decades)"
        r"(?=[.,;]|\Z| (?:in a row|now|and|but|because|without)\b)",
        "for",
        also="|".join(f"since {number} " for number in (*_SMALL, *_FIGURES, "several", "many")),
    ),
    Confusion(" ect.| ect,| ect)|(ect", r"{ect}(?=[.,;)])", "etc"),
    *(
        Confusion(wrong, f"{{{wrong}}}", right)
        for wrong, right in (
            ("eachother", "each other"),
            ("infact", "in fact"),
            ("atleast", "at least"),
            ("aswell", "as well"),
            ("inspite", "in spite"),
            ("eventhough", "even though"),
            ("ofcourse", "of course"),
        )
    ),
    Confusion(
        "everyone are|everybody are|nobody are|everyone were|everybody were|nobody were",
        r"(?<!\w )(?:everyone|everybody|nobody) {are|were}",
        "is",
    ),
    Confusion(
        "|".join(f"{word} then " for word in _COMPARABLE),
        rf"(?:is|are|was|were|be) (?:much |far )?(?:more|less) (?:{'|'.join(_COMPARABLE)}) {{then}} (?:the|an?|it|"
        r"they|we|in|last|ever|any)",
        "than",
    ),
    Confusion("alot", "{alot}", "a lot"),
    Confusion("they was|we was", "(?:they|we) {was}", "were"),
    Confusion("they has ", "they {has}", "have"),
    Confusion(
        "between ",
        r"between (?:\d[\d,.]*%?|January|February|March|April|May|June|July|August|September|October|November|"
        r"December) {to} (?:\d[\d,.]*|January|February|March|April|May|June|July|August|September|October|"
        r"November|December)",
        "and",
        also=" to ",
    ),
    Confusion("dont ", "{dont}", "don't"),
    Confusion("isnt ", "{isnt}", "isn't"),
    Confusion(
        "lets ",
        r"(?<![\w,] )(?-i:{Lets}) (?:see|go|look|start|hope|talk|take|say|get|make|face|be|not|"
        "keep)",
        "let's",
    ),
    Confusion("suppose to ", "(?:is|are|was|were|am|be|it's|he's|she's|they're|we're|you're) {suppose} to", "supposed"),
    Confusion(" use to ", "(?<!did )(?:he|she|it) {use} to (?:be|have|live|work|go|say|do|play)", "used"),
    Confusion("along side ", rf"{{along side}} (?:{_THE}|of|with|other)", "alongside"),
    Confusion("different then ", rf"different {{then}} (?:{_THE}|what|how|it|they|we|last|before|other)", "than"),
    Confusion(
        "r then ",
        rf"(?:is|are|was|were|be|been|much|far|even) (?:{_COMPARED}) {{then}} (?:{_THE}|in|at|on|it|them|"
        "those|that|what)",
        "than",
        also=_COMPARED,
    ),
    Confusion("neither ", r"neither [a-z]+ {or} [a-z]+", "nor"),
    Confusion("there is many |there is several ", "there {is} (?:many|several) (?:[a-z]+ )?[a-z]+s", "are"),
    Confusion("there was many |there was several ", "there {was} (?:many|several) (?:[a-z]+ )?[a-z]+s", "were"),
    Confusion("eminent ", "{eminent} (?:threat|danger|attack|collapse|arrival)", "imminent"),
)
