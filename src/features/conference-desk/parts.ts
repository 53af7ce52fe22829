/** The parts of a record, each a page of the desk. */
export const PARTS = [
  'texts',
  'when',
  'people',
  'agenda',
  'figures',
  'documents',
  'chronology',
  'settings',
  'history',
] as const
export type Part = (typeof PARTS)[number]

/** Where a part is edited, below the language. */
export const partAddress = (conference: string, part: Part): string =>
  part === 'texts' ? `/${conference}/desk/conference` : `/${conference}/desk/conference/${part}`
