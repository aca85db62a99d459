"""Names shared by a province and a city in it, and Chinese names of places."""

# A province, region or state with a city, district or county of the same name.
_SHARED = """
    New York|Québec|Quebec|Jilin|Luxembourg|Antwerp|Liège
    Namur|Utrecht|Groningen|Zeeland|Limburg|Buenos Aires|Córdoba|Mendoza
    Santa Fe|Salta|San Juan|San Luis|Panama|Panamá|Barcelona|Madrid
    Seville|Valencia|Murcia|Toledo|León|Milan|Turin|Naples|Rome
    Kabul|Kandahar|Herat|Kunduz|Ghazni|Balkh|Bamyan|Farah|Idlib
    Aleppo|Homs|Hama|Raqqa|Daraa|Damascus|Latakia|Deir ez-Zor|Hasakah
    Tehran|Isfahan|Qom|Kerman|Yazd|Qazvin|Hamadan|Bushehr|Ardabil
    Zanjan|Semnan|Ilam|Istanbul|Ankara|Izmir|Konya|Adana|Bursa|Van
    Hanoi|Da Nang|Hue|Bangkok|Chiang Mai|Chiang Rai|Phuket|Songkhla|Pattani|Yala|Battambang|Siem Reap|Pursat|Vientiane
    Luang Prabang|Savannakhet|Cebu|Davao|Iloilo|Cavite|Batangas|Leyte|Jakarta|Yogyakarta|Gorontalo|Bengkulu|Jambi
    Kyoto|Osaka|Fukuoka|Hiroshima|Nagasaki|Kagoshima|Okinawa|Niigata
    Nagano|Shizuoka|Gifu|Chiba|Saitama|Akita|Aomori|Yamagata
    Fukushima|Kumamoto|Miyazaki|Oita|Saga|Kochi|Tokushima|Wakayama|Nara|Okayama|Tottori|Toyama|Fukui|Yamaguchi|Tokyo
    Djibouti|Kinshasa|Kano|Lagos|Kaduna|Katsina|Sokoto|Bauchi
    Gombe|Cairo|Alexandria|Aswan|Luxor|Baghdad|Basra|Najaf|Karbala
    Kirkuk|Erbil|Sulaymaniyah|Dohuk|Sanaa|Aden|Taiz|Marib|Hodeidah
    Riyadh|Mecca|Medina|Salzburg|Geneva|Zurich|Bern|Zug|Lucerne
    São Paulo|Rio de Janeiro|Guatemala|Puebla|Oaxaca|Veracruz
    Tlaxcala|Querétaro|Zacatecas|Durango|Chihuahua|Aguascalientes
    Oklahoma|Kansas|Washington|Iowa|Mexico|Hainan|Chaoyang|Gwangju
    Gyeonggi|Jeju|Hsinchu|Chiayi|Taipei|Batumi|Osh|Samarkand
    Bukhara|Namangan|Fergana|Andijan|Turkistan|Almaty|Pavlodar|Kostanay
    Aktobe|Atyrau|Mary|Lviv|Kharkiv|Donetsk|Luhansk|Kherson
"""
SHARED = frozenset(name.strip() for name in _SHARED.replace("\n", "|").split("|") if name.strip())

# The Chinese name of each place, in simplified and traditional characters.
HANZI: dict[str, tuple[str, ...]] = {
    "Beijing": ("北京",), "Tianjin": ("天津",), "Shanghai": ("上海",), "Chongqing": ("重庆", "重慶"),
    "Hebei": ("河北",), "Shanxi": ("山西",), "Shaanxi": ("陕西", "陝西"), "Liaoning": ("辽宁", "遼寧"),
    "Jilin": ("吉林",), "Heilongjiang": ("黑龙江", "黑龍江"), "Jiangsu": ("江苏", "江蘇"),
    "Zhejiang": ("浙江",), "Anhui": ("安徽",), "Fujian": ("福建",), "Jiangxi": ("江西",),
    "Shandong": ("山东", "山東"), "Henan": ("河南",), "Hubei": ("湖北",), "Hunan": ("湖南",),
    "Guangdong": ("广东", "廣東"), "Guangxi": ("广西", "廣西"), "Hainan": ("海南",), "Sichuan": ("四川",),
    "Guizhou": ("贵州", "貴州"), "Yunnan": ("云南", "雲南"), "Gansu": ("甘肃", "甘肅"), "Qinghai": ("青海",),
    "Ningxia": ("宁夏", "寧夏"), "Xinjiang": ("新疆",), "Tibet": ("西藏",), "Hong Kong": ("香港",),
    "Macao": ("澳门", "澳門"), "Macau": ("澳门", "澳門"), "Taiwan": ("台湾", "台灣", "臺灣"),
    "Taipei": ("台北", "臺北"), "Kaohsiung": ("高雄",), "Chengdu": ("成都",), "Guangzhou": ("广州", "廣州"),
    "Shenzhen": ("深圳",), "Wuhan": ("武汉", "武漢"), "Nanjing": ("南京",), "Hangzhou": ("杭州",),
    "Suzhou": ("苏州", "蘇州"), "Xi’an": ("西安",), "Guiyang": ("贵阳", "貴陽"), "Kunming": ("昆明",),
    "Qingdao": ("青岛", "青島"), "Dalian": ("大连", "大連"), "Harbin": ("哈尔滨", "哈爾濱"),
    "Shenyang": ("沈阳", "瀋陽"), "Changchun": ("长春", "長春"), "Xiamen": ("厦门", "廈門"),
    "Fuzhou": ("福州", "抚州", "撫州"), "Ningbo": ("宁波", "寧波"), "Zhengzhou": ("郑州", "鄭州"),
    "Changsha": ("长沙", "長沙"), "Hefei": ("合肥",), "Nanchang": ("南昌",), "Jinan": ("济南", "濟南"),
    "Taiyuan": ("太原",), "Lanzhou": ("兰州", "蘭州"), "Urumqi": ("乌鲁木齐", "烏魯木齊"),
    "Lhasa": ("拉萨", "拉薩"), "Xiong’an": ("雄安",), "Wuxi": ("无锡", "無錫"), "Xinhua": ("新华", "新華"),
    "Huawei": ("华为", "華為"),
}  # fmt: skip
