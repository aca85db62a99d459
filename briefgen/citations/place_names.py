"""Place names that precede a date without being outlets, as in the names of treaties, speeches and battles."""

PLACES = frozenset(
    """
    Abu Dhabi|Addis Ababa|Afghanistan|Algiers|Ankara|Athens|Australia|Baghdad|Bahrain|Bali|Bangkok|Beijing|Beirut|
    Belgrade|Berlin|Bern|Bonn|Brasília|Brazil|Britain|Brussels|Bucharest|Budapest|Buenos Aires|Busan|Cairo|Camp David|
    Canada|Canberra|Cape Town|Caracas|Chengdu|Chicago|China|Chongqing|Copenhagen|Dalian|Damascus|Davos|Dayton|Delhi|
    Doha|Dubai|Dublin|Egypt|Florence|France|Fujian|Fuzhou|Gaza|Geneva|Germany|Glasgow|Guangzhou|Guiyang|Hamburg|
    Hangzhou|Hanoi|Havana|Helsinki|Hiroshima|Ho Chi Minh City|Hong Kong|Houston|Hungary|India|Indonesia|Iran|Iraq|
    Islamabad|Israel|Istanbul|Italy|Jakarta|Japan|Jerusalem|Kabul|Karachi|Kiel|Kinshasa|Kuala Lumpur|Kunming|Kuwait|
    Kyiv|Kyoto|Lagos|Lahore|Lebanon|Lhasa|Libya|Lima|Lisbon|London|Los Angeles|Macau|Madrid|Malaysia|Manila|Melbourne|
    Mexico City|Milan|Minsk|Mogadishu|Montreal|Moscow|Mumbai|Munich|Nagasaki|Nairobi|Nanjing|New Delhi|New York|
    Nuremberg|Osaka|Oslo|Ottawa|Pakistan|Paris|Philippines|Phnom Penh|Poland|Potsdam|Prague|Pretoria|Pyongyang|Qatar|
    Qingdao|Qeshm Island|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|Russia|San Francisco|Sarajevo|Saudi Arabia|Seoul|
    Shanghai|Shenzhen|Singapore|Sochi|South Korea|Stockholm|Strasbourg|Sweden|Sydney|Syria|Taipei|Taiwan|Tallinn|
    Tashkent|Tbilisi|Tehran|Tel Aviv|The Hague|Tianjin|Tokyo|Toronto|Tripoli|Tunis|Turin|Turkey|Ukraine|Ulaanbaatar|
    United Kingdom|United States|Urumqi|Vancouver|Versailles|Vienna|Vietnam|Vilnius|Vladivostok|Warsaw|Washington|
    Washington, D.C.|Wuhan|Xiamen|Yalta|Yangon|Yemen|Zagreb|Zurich
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)


def is_place(name: str) -> bool:
    """Return whether a name is a known city, country or island; outlets named after one are in the register."""
    return name.strip() in PLACES
