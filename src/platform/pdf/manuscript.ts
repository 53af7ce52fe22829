/** What the typesetter is given. */
export interface Manuscript {
  template: string
  /** JSON. */
  data: string
  /** When the file says that it was made, in seconds since 1970. */
  seconds: number
  standard: Standard | null
  /** Pictures that the template names, by their paths from the root: `/photos/1.jpg`. */
  files: Readonly<Record<string, Uint8Array>>
}

/** `ua-1`, PDF/UA-1 (ISO 14289-1): for readers who listen. Only what conforms says that it does. */
export type Standard = 'ua-1'
