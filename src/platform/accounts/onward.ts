/** Where whoever comes in finds what waits for them. */
export const START = '/work'

/** An address that remembers where to go on to, `/sign-in?then=%2Faccount`; it is silent about the start. */
export const remembering = (address: string, onward: string): string =>
  onward === START ? address : `${address}?then=${encodeURIComponent(onward)}`
