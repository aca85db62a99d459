"""Large companies, which are more often the subject of a sentence than its source."""

COMPANIES = frozenset(
    """
    ASML|AT&T|AWS|Adobe|Airbus|Alibaba|Alphabet|Amazon|Amazon Web Services|Apple|Aramco|ArcelorMittal|Azure|BASF|BMW|
    BP|BYD|Baidu|Bayer|Binance|Boeing|CATL|CMA CGM|COSCO|Change Healthcare|Chevron|China Mobile|China Telecom|Cisco|
    Citigroup|Coinbase|Colonial Pipeline|CrowdStrike|DJI|DeepSeek|Dell|Delta|Deutsche Bank|E.ON|Emirates|EnBW|Eni|
    Equinor|Ericsson|Evergrande|Evergreen|Exxon|ExxonMobil|Ford|Foxconn|Frontline|GM|Gazprom|General Motors|
    Goldman Sachs|Google|Google Cloud|HSBC|Halliburton|Hapag-Lloyd|Honda|Honeywell|Hyundai|IBM|Iberdrola|Infineon|
    Intel|JBS|JPMorgan|KLM|Kaspersky|Lenovo|Lockheed Martin|Lufthansa|Lukoil|MGM Resorts|MSC|Maersk|Meta|Micron|
    Naftogaz|Nestlé|Netflix|Nippon Steel|Nissan|Nokia|Northrop Grumman|Novatek|Nvidia|OpenAI|Oracle|Pemex|Petrobras|
    Pfizer|QatarEnergy|Qualcomm|RWE|Raytheon|Repsol|Rheinmetall|Rio Tinto|Rolls-Royce|Rosneft|Ryanair|SAP|SK Hynix|
    SMIC|Samsung|Saudi Aramco|Shell|Siemens|Siemens Energy|SolarWinds|Sony|SpaceX|Starlink|TSMC|Telefónica|Tencent|
    Tesla|TotalEnergies|Toyota|Uber|Viasat|Volkswagen|Volvo|Walmart|Wirecard|Wizz Air|Xiaomi|YMTC|ZTE|easyJet
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
