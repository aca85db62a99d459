"""U.S. states, and cities that are followed by them."""

# Without states that are also first names: Georgia, Virginia, Carolina.
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|"
    "Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|"
    "Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|"
    "Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Washington|West Virginia|"
    "Wisconsin|Wyoming"
)
_CITIES = (
    "Akron|Albany|Albuquerque|Anaheim|Anchorage|Annapolis|Ann Arbor|Arlington|Aurora|Austin|Bakersfield|Baltimore|"
    "Baton Rouge|Bellevue|Berkeley|Billings|Birmingham|Bismarck|Boise|Boston|Boulder|Buffalo|Burlington|Charleston|"
    "Charlotte|Cheyenne|Chicago|Cincinnati|Cleveland|Colorado Springs|Columbia|Columbus|Concord|Dallas|Dayton|"
    "Denver|Des Moines|Detroit|Dover|Duluth|Durham|El Paso|Eugene|Everett|Fargo|Flint|Fort Worth|Frankfort|Fresno|"
    "Greensboro|Harrisburg|Hartford|Helena|Honolulu|Houston|Huntsville|Indianapolis|Irvine|Jacksonville|Juneau|"
    "Kansas City|Knoxville|Lansing|Las Vegas|Lincoln|Little Rock|Long Beach|Los Angeles|Louisville|Madison|Memphis|"
    "Miami|Milwaukee|Minneapolis|Mobile|Montgomery|Montpelier|Muscatine|Nashville|New Haven|New Orleans|Newark|"
    "Norfolk|Oakland|Oklahoma City|Olympia|Omaha|Orlando|Pasadena|Philadelphia|Phoenix|Pierre|Pittsburgh|Portland|"
    "Providence|Raleigh|Reno|Rochester|Sacramento|Saint Paul|Salem|Salt Lake City|San Antonio|San Diego|"
    "San Francisco|San Jose|Santa Clara|Santa Fe|Seattle|Spokane|Springfield|St. Louis|St. Paul|Stockton|Syracuse|"
    "Tacoma|Tallahassee|Tampa|Toledo|Topeka|Trenton|Tucson|Tulsa|Wichita|Wilmington"
)

STATES = frozenset(_STATES.split("|"))
CITIES = frozenset(_CITIES.split("|"))
