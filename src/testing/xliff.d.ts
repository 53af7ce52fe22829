declare module 'xliff' {
  /** A file as another reader understands it. */
  export function xliff2js(file: string): Promise<unknown>
}
