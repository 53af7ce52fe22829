declare module 'fontverter' {
  type Format = 'truetype' | 'sfnt' | 'woff' | 'woff2'
  const fontverter: { convert(font: Buffer, to: Format, from?: Format): Promise<Buffer> }
  export default fontverter
}
