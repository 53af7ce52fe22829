import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Settings } from '../config/settings.ts'

/** What a scanner of viruses found. */
export type Verdict = 'clean' | 'infected' | 'could-not-scan'

/** Looks through the bytes of a file. */
export type Scan = (bytes: Uint8Array) => Promise<Verdict>

/** How long a scanner may take, in milliseconds. */
const PATIENCE = 60_000

/**
 * A scanner that is a program: it gets the file on standard input and ends with 0 where it found nothing and 1 where it
 * found something. Whatever else happens (another code, no such program, too long) counts as not scanned.
 *
 * @param command the program and its arguments; no shell reads them.
 */
export const scanWith =
  ([program = '', ...args]: readonly string[], patience = PATIENCE): Scan =>
  async (bytes) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: patience,
      killSignal: 'SIGKILL',
      windowsHide: true,
    })
    // A scanner that knows enough may stop reading.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
    try {
      const [code] = await once(child, 'close')
      return code === 0 ? 'clean' : code === 1 ? 'infected' : 'could-not-scan'
    } catch {
      return 'could-not-scan'
    }
  }

/** The scanner that the settings name; undefined: files are kept unscanned. */
export const scannerOf = ({ scanCommand }: Pick<Settings, 'scanCommand'>): Scan | undefined =>
  scanCommand && scanWith(scanCommand)
