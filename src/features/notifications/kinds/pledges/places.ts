/** Where a party works on a pledge, or replies to what is said of it. */
export const byParty = (
  conference: string | null,
  party: string,
  pledge: string,
  page?: 'reply',
): string =>
  conference === null
    ? `/pledges/${pledge}`
    : [`/${conference}/delegation/${party}/pledges/${pledge}`, page].filter(Boolean).join('/')

/** Where the secretariat answers what comes in; elsewhere what belongs to no conference. */
export const onFollowUp = (conference: string | null, elsewhere: string): string =>
  conference === null ? elsewhere : `/${conference}/desk/follow-up`

/** Where the secretariat reviews it. */
export const byDesk = (conference: string | null, pledge: string): string =>
  conference === null ? `/pledges/${pledge}` : `/${conference}/desk/pledges/${pledge}`
