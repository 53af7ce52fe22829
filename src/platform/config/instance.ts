import type { Mailbox } from './mailbox.ts'
import type { Settings } from './settings.ts'

/** How this instance is set, as far as an administrator may read it on a page: no password, no path, no secret. */
export interface Instance {
  /** Whether letters leave, or are only kept. */
  readonly sendsMail: boolean
  readonly mailFrom: Mailbox
  /** Whether files are looked through for viruses. */
  readonly scansFiles: boolean
}

/** What of the settings is nobody's secret. */
export const instanceOf = ({
  smtpUrl,
  mailFrom,
  scanCommand,
}: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'scanCommand'>): Instance => ({
  sendsMail: smtpUrl !== undefined,
  mailFrom,
  scansFiles: scanCommand !== undefined,
})
