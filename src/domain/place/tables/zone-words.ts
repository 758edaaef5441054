/**
 * What people and programs call zones: abbreviations, Rails' and Windows' names, without "Time", "Standard" and the like.
 * By hand, November 2026. A name of several zones has all of them; those of the person's country are meant, if there are any.
 */
export const zoneWords = `
America/New_York America/Toronto: et|est|edt|eastern|est5edt|us eastern|us east|east coast|new york|indiana|indiana east
America/Chicago America/Winnipeg: ct|cdt|central|cst6cdt|us central
America/Chicago America/Winnipeg America/Mexico_City America/Guatemala Asia/Shanghai: cst
America/Denver America/Edmonton: mt|mdt|mountain|mst7mdt
America/Denver America/Edmonton America/Phoenix: mst
America/Los_Angeles America/Vancouver: pt|pdt|pacific|pst8pdt|us pacific|us west|west coast
America/Los_Angeles America/Vancouver Asia/Manila: pst
America/Anchorage: akst|akdt|akt|alaska|alaskan
America/Adak: aleutian|hdt
Pacific/Honolulu: hst|hawaii|hawaiian
America/Phoenix: arizona|us mountain|us mountain standard time
America/Halifax: at|adt|atlantic|atlantic canada
America/Halifax America/Puerto_Rico Asia/Riyadh: ast
America/Puerto_Rico: puerto rico
America/St_Johns: nst|ndt|newfoundland|newfoundland canada
America/Regina: saskatchewan|canada central
America/Whitehorse: yukon
Pacific/Guam: chst|guam|west pacific
Pacific/Pago_Pago: sst|samoa|american samoa|midway island
America/Mexico_City: mexico|central mexico|central standard time mexico|guadalajara
America/Tijuana: pacific mexico|pacific standard time mexico|baja california
America/Mazatlan America/Hermosillo: mountain mexico|mountain standard time mexico
America/Cancun: eastern mexico|eastern standard time mexico
America/Guatemala: central america
America/Bogota America/Lima: sa pacific
America/Sao_Paulo: brt|brst|brasilia|e south america
America/Buenos_Aires: art|argentina
America/Santiago: clt|clst|pacific sa|chile
Europe/London: british|gmt standard time|united kingdom|uk
Europe/London Asia/Dhaka: bst
Europe/London Africa/Abidjan: gmt|greenwich mean
Europe/Dublin: irish|ireland
Europe/Dublin Asia/Jerusalem Asia/Calcutta: ist
Europe/Lisbon: wet|west|western european
Europe/Berlin: cet|cest|met|mez|mesz|central european|mitteleuropaische zeit|w europe|germany
Europe/Paris: romance|france
Europe/Budapest: central europe
Europe/Athens Europe/Bucharest Europe/Helsinki: eet|eest|eastern european|fle|gtb|e europe
Europe/Kiev: kyiv|kiev|ukraine
Europe/Moscow: msk|moscow|russian
Europe/Istanbul: trt|turkey
Africa/Johannesburg: sast|south africa
Africa/Lagos: wat|w central africa
Africa/Nairobi: eat|e africa
Africa/Cairo: egypt
Asia/Jerusalem: idt|israel
Asia/Riyadh: arab
Asia/Dubai: gst|arabian|gulf
Asia/Karachi: pkt|pakistan
Asia/Calcutta: india|indian|new delhi|mumbai|chennai|kolkata
Asia/Bangkok: ict|se asia
Asia/Shanghai: china|beijing
Asia/Hong_Kong: hkt|hong kong
Asia/Singapore: sgt|singapore
Asia/Manila: pht|philippine|philippines
Asia/Tokyo: jst|japan|osaka|sapporo
Asia/Seoul: kst|korea
Australia/Sydney: aedt|aus eastern|canberra
Australia/Brisbane Australia/Hobart Australia/Sydney: aest|aet|eastern australia
Australia/Brisbane: e australia|queensland
Australia/Adelaide: acdt|cen australia
Australia/Adelaide Australia/Darwin: acst|act|central australia
Australia/Darwin: aus central
Australia/Perth: awst|w australia|western australia
Australia/Hobart: tasmania
Pacific/Auckland: nzst|nzdt|nzt|new zealand|wellington
`;
