import { describe, expect, it } from 'vitest'
import { scanWith } from './scan.ts'

/** A scanner as small as one can be: it counts what it reads, and knows one virus. */
const SCANNER = `
  let found = false
  process.stdin.on('data', (part) => { found ||= part.includes('EICAR') })
  process.stdin.on('end', () => process.exit(found ? 1 : 0))
`
const scanner = (script: string, patience?: number) =>
  scanWith([process.execPath, '-e', script], patience)
const bytes = (text: string) => Buffer.from(text)

describe('a scanner of viruses', () => {
  it('reads the whole file', async () => {
    const scan = scanner(SCANNER)
    expect(await scan(bytes('a letter'))).toBe('clean')
    expect(await scan(bytes('EICAR'))).toBe('infected')
    expect(await scan(Buffer.concat([Buffer.alloc(5 * 2 ** 20), bytes('EICAR')]))).toBe('infected')
  })

  it('may stop reading as soon as it knows', async () => {
    expect(await scanner('process.exit(1)')(Buffer.alloc(10 * 2 ** 20))).toBe('infected')
  })

  it.each([
    ['another code', scanner('process.exit(2)')],
    ['a crash', scanner('process.kill(process.pid, "SIGKILL")')],
    ['no such program', scanWith(['/no/such/scanner', '-'])],
    ['no end', scanner('setInterval(() => {}, 1000)', 300)],
  ])('that ends with %s has not scanned', async (_, scan) => {
    expect(await scan(bytes('a letter'))).toBe('could-not-scan')
  })

  it('reads its arguments by no shell', async () => {
    const scan = scanWith([
      process.execPath,
      '-e',
      'process.exit(process.argv[1] === "$HOME; x" ? 0 : 2)',
      '$HOME; x',
    ])
    expect(await scan(bytes('x'))).toBe('clean')
  })
})
