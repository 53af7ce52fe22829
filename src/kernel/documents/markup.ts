/** An element of XML: its name, attributes, and text or elements in it. */
export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  content: string | readonly Element[]
}

/** Makes an element, empty where nothing is put into it. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: string | readonly Element[] = [],
): Element => ({ name, attributes, content })
