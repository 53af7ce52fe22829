/** Abbreviations that mean one zone in the programmes of conferences. Those that mean several stand below. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  KST: 'Asia/Seoul',
  JST: 'Asia/Tokyo',
  MSK: 'Europe/Moscow',
  МСК: 'Europe/Moscow',
  EDT: 'America/New_York',
  PDT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  EAT: 'Africa/Nairobi',
  WAT: 'Africa/Lagos',
  NPT: 'Asia/Kathmandu',
  PKT: 'Asia/Karachi',
  WIB: 'Asia/Jakarta',
  HKT: 'Asia/Hong_Kong',
  SGT: 'Asia/Singapore',
  AEST: 'Australia/Sydney',
  AEDT: 'Australia/Sydney',
  NZDT: 'Pacific/Auckland',
  NZST: 'Pacific/Auckland',
  UYT: 'America/Montevideo',
}

const CENTRAL_EUROPE = [
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Brussels',
  'Europe/Amsterdam',
  'Europe/Zurich',
  'Europe/Vienna',
  'Europe/Rome',
  'Europe/Madrid',
  'Europe/Oslo',
  'Europe/Stockholm',
  'Europe/Copenhagen',
  'Europe/Warsaw',
  'Europe/Prague',
]

/** What an abbreviation may mean; place or hint decides. The first is what it means where nothing decides. */
export const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'America/Havana', 'America/Mexico_City'],
  EST: ['America/New_York', 'America/Toronto', 'Australia/Sydney'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  CET: [...CENTRAL_EUROPE, 'Africa/Tunis', 'Africa/Algiers'],
  CEST: CENTRAL_EUROPE,
  EET: ['Europe/Helsinki', 'Europe/Kyiv', 'Africa/Cairo', 'Europe/Bucharest', 'Europe/Athens'],
  EEST: ['Europe/Helsinki', 'Europe/Kyiv', 'Africa/Cairo', 'Europe/Bucharest', 'Europe/Athens'],
  CAT: ['Africa/Kigali', 'Africa/Harare', 'Africa/Maputo', 'Africa/Lusaka'],
  AST: ['Asia/Riyadh', 'America/Halifax', 'America/Puerto_Rico'],
  GST: ['Asia/Dubai'],
  SST: ['Asia/Singapore', 'Pacific/Pago_Pago'],
}
