/** Where a parcel is seen in a country: the town of the first and last scan, the airport it crosses, and whose clock hangs there. */
export interface Place {
  country: string;
  town: string;
  gateway: string;
  zone: string;
}

const rows = `
AE|Dubai|Dubai DXB|Asia/Dubai
AU|Sydney|Sydney SYD|Australia/Sydney
BE|Brussels|Liège LGG|Europe/Brussels
BR|São Paulo|Curitiba CWB|America/Sao_Paulo
CA|Toronto|Toronto YYZ|America/Toronto
CL|Santiago|Santiago SCL|America/Santiago
CN|Shenzhen|Guangzhou CAN|Asia/Shanghai
CO|Bogotá|Bogotá BOG|America/Bogota
CZ|Prague|Prague PRG|Europe/Prague
DE|Berlin|Frankfurt FRA|Europe/Berlin
ES|Madrid|Madrid MAD|Europe/Madrid
FR|Lyon|Paris CDG|Europe/Paris
GB|Birmingham|London LHR|Europe/London
HK|Hong Kong|Hong Kong HKG|Asia/Hong_Kong
ID|Jakarta|Jakarta CGK|Asia/Jakarta
IL|Tel Aviv|Tel Aviv TLV|Asia/Jerusalem
IN|Mumbai|Delhi DEL|Asia/Kolkata
IT|Turin|Milan MXP|Europe/Rome
JP|Osaka|Tokyo NRT|Asia/Tokyo
KR|Busan|Seoul ICN|Asia/Seoul
KZ|Almaty|Almaty ALA|Asia/Almaty
MX|Guadalajara|Mexico City MEX|America/Mexico_City
MY|Kuala Lumpur|Kuala Lumpur KUL|Asia/Kuala_Lumpur
NL|Utrecht|Amsterdam AMS|Europe/Amsterdam
NZ|Wellington|Auckland AKL|Pacific/Auckland
PE|Lima|Lima LIM|America/Lima
PL|Łódź|Warsaw WAW|Europe/Warsaw
PT|Porto|Lisbon LIS|Europe/Lisbon
RU|Yekaterinburg|Moscow SVO|Europe/Moscow
SA|Riyadh|Riyadh RUH|Asia/Riyadh
SE|Gothenburg|Stockholm ARN|Europe/Stockholm
SG|Singapore|Singapore SIN|Asia/Singapore
TH|Chiang Mai|Bangkok BKK|Asia/Bangkok
TR|Izmir|Istanbul IST|Europe/Istanbul
UA|Kyiv|Kyiv KBP|Europe/Kyiv
US|Chicago|Los Angeles LAX|America/Chicago
VN|Da Nang|Ho Chi Minh City SGN|Asia/Ho_Chi_Minh
ZA|Cape Town|Johannesburg JNB|Africa/Johannesburg`;

const places = new Map(
  rows
    .trim()
    .split('\n')
    .map((row) => row.split('|') as [string, string, string, string])
    .map(([country, town, gateway, zone]): [string, Place] => [country, { country, town, gateway, zone }]),
);

/** Of a country that is not in the list we know only that the parcel is there; its scans are told in UTC. */
export function placeIn(country: string): Place {
  return places.get(country) ?? { country, town: country, gateway: country, zone: 'UTC' };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** '2026-11-22T18:05:00+08:00': as a scanner at that place writes it. */
export function localTime(at: Date, zone: string): string {
  const format = formats.get(zone) ?? formatOf(zone);
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const offset = part['timeZoneName']?.replace('GMT', '') || '+00:00';
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}${offset}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit' as const;
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  });
}
