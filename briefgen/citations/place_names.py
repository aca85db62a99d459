"""Place names that precede a date without being outlets, as in the names of treaties, speeches and battles."""

PLACES = frozenset(
    """
    Abadan|Abidjan|Abu Dhabi|Abuja|Accra|Adana|Addis Ababa|Aden|Afghanistan|Ahmedabad|Al Udeid|Alaska|Albania|
    Aleppo|Alexandria|Algeria|Algiers|Almaty|Amman|Amsterdam|Anchorage|Andijan|Angola|Ankara|Anshan|Antakya|Antwerp|
    Arak|Arbil|Argentina|Arizona|Armenia|Arusha|Ashgabat|Asmara|Astana|Asunción|Athen|Athens|Athènes|Atlanta|
    Auckland|Austin|Australia|Austria|Azerbaijan|Bab el-Mandeb|Baghdad|Bahrain|Baku|Bali|Baltimore|Bamako|
    Bandar Abbas|Bandung|Bangkok|Bangladesh|Banja Luka|Baotou|Barcelona|Basra|Batumi|Beersheba|Beijing|Beirut|
    Belarus|Belgium|Belgrade|Bengaluru|Benghazi|Bergen|Berlin|Bern|Berne|Beslan|Bhopal|Bihać|Birmingham|Bishkek|
    Blantyre|Bogotá|Bolivia|Bologna|Bonn|Bordeaux|Boston|Botswana|Boulder|Brasil|Brasilia|Brasília|Bratislava|
    Brazil|Bremen|Brest|Brighton|Brisbane|Bristol|Britain|Bruselas|Brussels|Bruxelles|Brüssel|Bucarest|Bucha|
    Bucharest|Budapest|Budennovsk|Buenos Aires|Bukavu|Bukhara|Bulawayo|Bulgaria|Burkina Faso|Burma|Bursa|Burundi|
    Busan|Bushehr|Cairo|Calais|Calcutta|Calgary|Cali|California|Cambodia|Cameroon|Camp David|Canada|Canberra|Cancún|
    Cannes|Canton|Cape Town|Caracas|Cardiff|Casablanca|Cebu|Chad|Changchun|Changsha|Charlottesville|Chengdu|Chennai|
    Chernihiv|Chernobyl|Chicago|Chile|China|Chisinau|Chittagong|Chongqing|Christchurch|Ciudad Juárez|
    Ciudad de México|Cleveland|Cluj|Cologne|Colombia|Colombo|Colorado|Columbus|Conakry|Congo|Copenhagen|Cork|
    Costa Rica|Crimea|Croatia|Cuba|Cyprus|Czech Republic|Daegu|Daejeon|Dagestan|Dahieh|Dakar|Dalian|Dallas|Damascus|
    Dandong|Dar es Salaam|Daraa|Darfur|Darwin|Davos|Dayton|Debaltseve|Delaware|Delhi|Den Haag|Denmark|Denver|Derna|
    Detroit|Dhaka|Diego Garcia|Dijon|Dimona|Diyarbakır|Djibouti|Dnipro|Doha|Donbas|Donetsk|Dortmund|Douala|Dover|
    Dresden|Dubai|Dublin|Durban|Dushanbe|Düsseldorf|Ecuador|Edinburgh|Egypt|Eindhoven|El Fasher|El Salvador|Entebbe|
    Erbil|Eritrea|Esfahan|Essen|Estonia|Ethiopia|Fergana|Ferguson|Finland|Firenze|Florence|Florida|Fordow|France|
    Frankfurt|Freetown|Fujairah|Fujian|Fukuoka|Fukushima|Fuzhou|Galilee|Galveston|Gaza|Gaza City|Gaziantep|Gdansk|
    Genebra|Geneva|Geneva Convention|Genewa|Genf|Genoa|Genève|Georgetown|Georgia|Germany|Ghana|Ghent|Gibraltar|
    Ginebra|Glasgow|Golan|Golan Heights|Goma|Gori|Gothenburg|Graz|Greece|Grenoble|Grozny|Guadalajara|Guam|Guangdong|
    Guangzhou|Guantanamo|Guatemala|Guayaquil|Guinea|Guiyang|Gwadar|Gwangju|Gyumri|Haifa|Haikou|Haiti|Halabja|
    Halifax|Hama|Hamburg|Hampton Roads|Hangzhou|Hanoi|Harare|Harbin|Havana|Hawaii|Hefei|Helsinki|Herat|Hiroshima|
    Ho Chi Minh City|Hodeidah|Hohhot|Homs|Honduras|Hong Kong|Honolulu|Horlivka|Hormuz|Houston|Hue|Hungary|Hyderabad|
    Iceland|Idlib|Ilovaisk|Incheon|India|Indianapolis|Indonesia|Inner Mongolia|Innsbruck|Iran|Iraq|Ireland|Irkutsk|
    Irpin|Isfahan|Islamabad|Israel|Istanbul|Italy|Izium|Izmir|Jabalia|Jaffna|Jaipur|Jakarta|Jalalabad|Japan|
    Jebel Ali|Jeddah|Jenin|Jerusalem|Jilin|Jinan|Jinja|Jixi|Johannesburg|Jordan|Juba|Jérusalem|Kabul|Kaesong|Kairo|
    Kaliningrad|Kampala|Kandahar|Kano|Kaohsiung|Karabakh|Karachi|Karbala|Karlsruhe|Kashgar|Kashmir|Kathmandu|
    Katowice|Kaunas|Kazakhstan|Kazan|Kenya|Kerch|Khabarovsk|Khan Younis|Kharg Island|Kharkiv|Khartoum|Khasavyurt|
    Kherson|Khujand|Kiel|Kiev|Kiew|Kigali|Kijów|Kingston|Kinmen|Kinshasa|Kirkuk|Kisumu|Kobani|Kobe|Kokang|Kolkata|
    Konya|Kosovo|Košice|Kraków|Kramatorsk|Krasnodar|Krasnoyarsk|Krynki|Kuala Lumpur|Kunduz|Kunming|Kupiansk|
    Kurdistan|Kursk|Kuwait|Kuwait City|Kyiv|Kyoto|Kyrgyzstan|Köln|La Habana|La Haye|Lagos|Lahore|Lanzhou|Laos|
    Las Vegas|Latakia|Latvia|Lausanne|Le Caire|Lebanon|Leeds|Leiden|Leipzig|Leticia|Leuven|Lhasa|Liberia|Libreville|
    Libya|Lille|Lilongwe|Lima|Limassol|Linz|Lisboa|Lisbon|Litani|Lithuania|Liverpool|Liège|Ljubljana|Lockerbie|Lome|
    Lomé|Londen|London|Londres|Londyn|Los Angeles|Luanda|Lubumbashi|Lucknow|Luhansk|Lusaka|Luxembourg|Luzern|Lviv|
    Lyman|Lyon|Maarat|Maastricht|Macao|Macau|Madagascar|Madrid|Magdeburg|Maidan|Mailand|Makhachkala|Malawi|Malaysia|
    Maldives|Mali|Malmö|Malta|Malé|Managua|Manaus|Manbij|Manchester|Mandalay|Manila|Mannheim|Maputo|Marawi|Marib|
    Mariupol|Marrakesh|Marseille|Mashhad|Matsu|Mecca|Medina|Melbourne|Melitopol|Memphis|Mexico|Mexico City|Miami|
    Michigan|Milan|Milano|Minneapolis|Minsk|Mischief Reef|Mogadishu|Moldova|Mongolia|Monrovia|Montenegro|Monterrey|
    Montevideo|Montreal|Morocco|Moscou|Moscovo|Moscow|Moscú|Moskau|Moskou|Moskwa|Mostar|Mosul|Mozambique|Multan|
    Mumbai|Munich|Murmansk|Myanmar|Myitkyina|Mykolaiv|München|N'Djamena|Nablus|Nagasaki|Nagorno-Karabakh|Nagoya|
    Nairobi|Namibia|Nanchang|Nanjing|Nanning|Nantes|Naples|Nashville|Natanz|Negev|Nepal|Netherlands|Nevada|
    New Delhi|New Orleans|New York|New Zealand|Newcastle|Niamey|Nicaragua|Nice|Nicosia|Niger|Nigeria|Ningbo|
    Nizhny Novgorod|Norfolk|North Korea|Norway|Novi Sad|Novosibirsk|Nueva York|Nuremberg|Oakland|Oaxaca|Odesa|
    Odessa|Ohio|Okinawa|Oman|Omdurman|Omsk|Oran|Oregon|Orlando|Osaka|Osh|Oslo|Ottawa|Ouagadougou|Oxford|Pahalgam|
    Pakistan|Palermo|Palmyra|Panama|Panama City|Panmunjom|Paraguay|Paramaribo|Parchin|Parijs|Paris|Parkland|Paryż|
    Pattaya|Peking|Pekín|Pennsylvania|Pensacola|Perm|Perth|Peru|Peshawar|Petra|Philadelphia|Philippines|Phnom Penh|
    Phoenix|Phuket|Pittsburgh|Plovdiv|Podgorica|Pokrovsk|Poland|Port Moresby|Port Sudan|Port-au-Prince|Portland|
    Porto|Portugal|Potsdam|Poznań|Prag|Prague|Pretoria|Pristina|Pulwama|Pune|Pyongyang|Pékin|Qamishli|Qatar|
    Qeshm Island|Qingdao|Qom|Quebec|Quetta|Quito|Rabat|Rafah|Rakhine|Ramallah|Ramstein|Rangoon|Raqqa|Ras Laffan|
    Rawalpindi|Recife|Rennes|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rom|Roma|Romania|Rome|Rostock|Rostov|Rotterdam|
    Russia|Rwanda|Sacramento|Salisbury|Salt Lake City|Salvador|Salzburg|Samarkand|San Diego|San Francisco|San José|
    San Juan|San Salvador|Sanaa|Santa Fe|Santiago|Santo Domingo|Sanya|Sapporo|Sarajevo|Saudi Arabia|
    Scarborough Shoal|Sderot|Seattle|Sendai|Senegal|Seoul|Serbia|Sevastopol|Seville|Shanghai|Sharm el-Sheikh|
    Shenyang|Shenzhen|Shiraz|Sierra Leone|Siirt|Singapore|Sinuiju|Sirte|Skopje|Slovakia|Slovenia|Sloviansk|Smolensk|
    Sochi|Sofia|Soledar|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Spain|Srebrenica|Sri Lanka|
    Srinagar|St. Louis|St. Petersburg|Stavanger|Stepanakert|Stockholm|Strasbourg|Stuttgart|Sudan|Suez|Sumy|Surabaya|
    Surat|Suva|Suzhou|Sverdlovsk|Swansea|Sweden|Switzerland|Sydney|Syria|Szczecin|São Paulo|Tabriz|Taipei|Taiwan|
    Taiyuan|Taiz|Tajikistan|Tallinn|Tampa|Tampere|Tanzania|Tarlac|Tartu|Tashkent|Tbilisi|Tegucigalpa|Teheran|Tehran|
    Tel Aviv|Texas|Thailand|The Hague|Thessaloniki|Tianjin|Tibet|Tigray|Tijuana|Tikrit|Timbuktu|Timișoara|Tirana|
    Tiraspol|Tobruk|Togo|Tokyo|Torino|Torkham|Toronto|Toulouse|Trieste|Tripoli|Tromsø|Tskhinvali|Tucson|Tula|Tunis|
    Tunisia|Turin|Turkey|Turkmenistan|Turku|Tuzla|Tyre|Téhéran|Türkiye|U.S.|UAE|UK|US|USA|Uganda|Ukraine|
    Ulaanbaatar|Uman|United Arab Emirates|United Kingdom|United States|Uppsala|Urmia|Uruguay|Urumqi|Utah|Utrecht|
    Uvalde|Uzbekistan|Valdai|Valencia|Valletta|Valparaíso|Vancouver|Varanasi|Varna|Varsovia|Varsovie|Venezuela|
    Venice|Veracruz|Verdun|Verona|Versailles|Viena|Vienna|Vienne|Vientiane|Vietnam|Villach|Vilnius|Vinnytsia|
    Virginia|Vladivostok|Vovchansk|Vuhledar|Warsaw|Warschau|Warszawa|Washington|Washington, D.C.|Wenzhou|West Bank|
    Wien|Wiesbaden|Windhoek|Winnipeg|Wisconsin|Wrocław|Wuhan|Xi'an|Xiamen|Xining|Xinjiang|Xi’an|Yakutsk|Yalta|
    Yangon|Yaoundé|Yekaterinburg|Yemen|Yerevan|Yinchuan|Yokohama|York|Zagreb|Zambia|Zamboanga|Zaporizhia|
    Zaporizhzhia|Zhejiang|Zhengzhou|Zhuhai|Zibo|Zimbabwe|Zurich|Zürich|Берлин|Беслан|Буча|Вашингтон|Вена|Відень|
    Грозный|Донецк|Женева|Казань|Киев|Київ|Лондон|Львів|Мариуполь|Минск|Москва|Москва́|Мінськ|Одеса|Одесса|Париж|
    Пекин|Рим|Санкт-Петербург|Сочи|Сталинград|Тегеран|Харьков|ירושלים|לונדון|מוסקבה|תל אביב|الرياض|القاهرة|بغداد|
    بيروت|جنيف|دمشق|موسكو
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)


def is_place(name: str) -> bool:
    """Return whether a name is a known city, country or island; outlets named after one are in the register."""
    return name.strip() in PLACES
