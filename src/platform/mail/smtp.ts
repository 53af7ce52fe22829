import type { Mailbox } from '../config/mailbox.ts'
import type { Attachment } from './letter.ts'
import type { MailRow } from './mail.ts'

/** A letter, ready to leave. */
export interface Outgoing {
  letter: MailRow
  messageId: string
  attachments: readonly Attachment[]
}

/** The way to a mail server. */
export interface Post {
  /** Resolves when the server has taken the letter; rejects with what `mishapOf` reads. */
  carry(outgoing: Outgoing): Promise<void>
  /** Ends the connections; letters under way come back as errors. */
  close(): void
}

/** How many letters travel at once from one process. */
export const CONNECTIONS = 4

const SECONDS = 1000

/** Files and addresses are never fetched, whatever stands in a letter. */
async function connect(url: string) {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxRequeues: 0,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // A connection that breaks while it waits is replaced; without a listener its error would end the process.
  transport.on('error', () => undefined)
  return transport
}

/** Opens the post over SMTP; nothing is loaded or connected before the first letter. */
export function openPost(url: string, from: Mailbox): Post {
  let transport: ReturnType<typeof connect> | undefined
  return {
    async carry(outgoing) {
      transport ??= connect(url)
      await (await transport).sendMail(messageOf(outgoing, from))
    },
    close: () => void transport?.then((opened) => opened.close()),
  }
}

function messageOf({ letter, messageId, attachments }: Outgoing, from: Mailbox) {
  return {
    messageId,
    date: letter.keptAt.toString(),
    from: named(from),
    to: named({ address: letter.address, name: letter.name ?? '' }),
    ...(letter.replyTo && { replyTo: named({ name: '', ...letter.replyTo }) }),
    subject: letter.subject,
    text: letter.text ?? '',
    html: letter.html ?? '',
    attachments: attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
    headers: {
      'Auto-Submitted': 'auto-generated',
      // So that the programs of ministries do not answer that somebody is on leave.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': letter.language,
      ...(letter.unsubscribe && {
        'List-Unsubscribe': `<${letter.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const named = ({ name, address }: Mailbox) => ({ name, address })
