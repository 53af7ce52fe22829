/** Where a party works on a pledge. */
export const byParty = (conference: string | null, party: string, pledge: string): string =>
  conference === null
    ? `/pledges/${pledge}`
    : `/${conference}/delegation/${party}/pledges/${pledge}`

/** Where the secretariat reviews it. */
export const byDesk = (conference: string | null, pledge: string): string =>
  conference === null ? `/pledges/${pledge}` : `/${conference}/desk/pledges/${pledge}`
