"""Common English words that a PDF breaks at the end of a line: `com- mon`."""

# In small letters; of the forms of a word, those that occur most often.
_WORDS = """
according account across action activities activity actually addition additional administration advantage afternoon
against agency agencies agreed agreement agreements allowed almost already although always amount analysis animals
announced another answer anything appear appeared application approach approved around article asking attack attacks
attention authorities authority available average because become becomes before began beginning behind being believe
benefit benefits besides better between beyond billion bought bringing brought budget building buildings business
businesses called campaign cannot capital carried cases center central century certain certainly change changed
changes children choice citizens civil claims climate coming committee common community communities companies
company compared complete concern concerns conditions conference conflict consider considered contact continue
continued contract control costs could council countries country course created crisis critical culture current
currently customers damage dangerous daughter decade decades decided decision decisions defence defense demand
democracy department described despite develop developed development different difficult direct direction director
doctors document documents doing dollars during earlier economic economy education effect effective effects effort
efforts either election elections electricity emergency employees energy enough entire environment environmental
especially established evening events every everyone everything evidence example executive exercise expected
experience experts explain explained families family famous federal festival figures final finally finance financial
finding findings finished followed following foreign former forward found freedom friends function further future
general generation getting global government governments greater ground growing growth happen happened having health
history hospital hospitals houses however human hundred hundreds husband important improve including income increase
increased increasing independent individual industrial industry information inside instead institute institutions
interest interested interests international internet interview introduced investigation investment involved island
issues itself journalist journalists judges justice keeping knowledge known labor labour language largest later
latest launched leader leaders leadership leading learn learning leaving legal letter letters level levels likely
limited listed little living local looking machine making manager management market markets material materials
matter matters measure measures medical meeting meetings member members memory message method methods middle
military million millions minister ministers ministry minute minutes modern moment money months morning mother
mountain movement museum national nations natural nature nearly necessary needed negotiations neighbors network
never newspaper newspapers north nothing number numbers office officer officers official officials often operation
operations opinion opposition option options order ordered organization organizations organisation organisations
original others outside owners parents parliament particular particularly parties partner partners party passed
patients people percent performance perhaps period permission person personal picture pictures planned planning
plants player players point points police policies policy political politics popular population position positive
possible potential power powerful practice prepared present presented president pressure prevent previous price
prices primary prime prison private probably problem problems process produced product production products professor
program programme programs progress project projects property proposal proposed protect protection protest protests
proved provide provided public published purpose quality quarter question questions quickly raised rather reached
reading really reason reasons receive received recent recently record records reduce reduced reform reforms refugees
region regional regions regulation related relations relationship released religious remain remained remains report
reported reporter reports representatives republic request required research researchers residents resources
response responsible result results return returned revealed review right rights rising river schools science
scientific scientists season second secretary section sector security seems senior sentence separate series serious
service services session settlement several shared should shown similar simple simply since single situation small
social society soldiers something sometimes source sources special specific spending spokesman spokesperson
spokeswoman standard standards started starting state statement statements states station still street strategy
strong structure student students studies study subject success successful suddenly suggested summer support
supported system systems taken talking teacher teachers technical technology themselves therefore thing things think
third thought thousand thousands threat through throughout today together tomorrow toward towards trade traditional
traffic training transport travel treatment trial tried trouble turned under understand union united universities
university until using usually value various version victims village violence visit visitors voters wanted water
weapons weather weeks western whether which while whole widely window winter within without woman women words worked
worker workers working world would writer writers writing written wrote yesterday yourself
"""
SPLIT_WORDS = frozenset(_WORDS.split())
"""Words whose halves are seldom meant as words of their own; both halves have two letters or more."""
