import { type Context, Hono } from 'hono'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Language } from '../../../../kernel/language.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { Attempt } from '../../../../ui/form/attempt.ts'
import type { AnyCommand } from '../../../command/command.ts'
import { explain } from '../../../command/explain.ts'
import { commandNamed } from '../../../command/registry.ts'
import { type Read, readForm } from '../../../form/read.ts'
import { acceptsOf, schemaOf } from '../../../form/schema.ts'
import { type Field, plainName } from '../../../form/tree.ts'
import { type Addresses, pathOf, wayIn } from '../../addresses/addresses.ts'
import { queryOf } from '../../addresses/locate.ts'
import { isSameOrigin } from '../../guard/same-origin.ts'
import type { Answered, AnsweringParts, Asking, createAnswering } from '../answering.ts'
import type { Env } from '../beside.ts'
import { doneOf, rememberDone } from './done.ts'
import { filled, type Sent, sentBy } from './sent.ts'

/** What forms are answered with. */
export interface FormsParts extends AnsweringParts {
  addresses: Addresses
  answerTo: ReturnType<typeof createAnswering>
}

/** A file that arrived with a form, and is kept whether or not the deed is done. */
interface Kept {
  name: string
  id: string
  called: string
}

/** A form that was refused, as its page shows it again. */
interface RefusedForm {
  command: string
  sent: Sent
  kept: readonly Kept[]
  refusal: Refusal
  read: Read | null
}

const NOBODY_ASKED = new Set([401, 403])

/**
 * `POST /{language}/deeds/{command}`: a deed, as a form sends it. Done, the browser goes on to where the form leads.
 * Refused, the page of the form is answered again, with what was typed and what is wrong at its field.
 */
export function forms(parts: FormsParts): Hono<Env> {
  const { features, perform, settings, authenticate, addresses, answerTo, uploads } = parts
  const app = new Hono<Env>()

  app.post('/:language{[a-z][a-z]}/deeds/:command', async (c, next) => {
    const language = addresses.languageOf(c.req.path)
    if (!language) return next()
    if (!isSameOrigin(c.req.raw.headers, settings.publicUrl)) {
      throw new Refusal('platform.other-origin', 403)
    }
    const command = commandNamed(features, c.req.param('command'))
    const actor = await authenticate(c.req.raw)
    const sent = await sentBy(c.req.raw)
    const { kept, refusal } = await keepFiles(actor, command, sent)
    if (refusal) return again(c, actor, language, { ...whole(command, sent, kept), refusal })
    const read = readForm(schemaOf(command), [...sent.fields, ...kept.map(asField)])
    try {
      const { key, seen, page, next, show } = sent.about
      const { answer } = await perform(actor, command, read.input, {
        key: key ?? undefined,
        seen: seen ?? undefined,
      })
      const done = doneOf(command.name, answer)
      if (show !== null) return showing(c, actor, language, { page, show, done })
      const then = pathOf(language, filled(next ?? page, answer))
      c.header('Set-Cookie', rememberDone(done, then))
      return c.redirect(then, 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (actor.kind === 'anonymous' && NOBODY_ASKED.has(error.status)) {
        return c.redirect(wayIn(language, sent.about.page), 303)
      }
      return again(c, actor, language, { ...whole(command, sent, kept), refusal: error, read })
    }
  })

  const whole = ({ name }: AnyCommand, sent: Sent, kept: readonly Kept[]) => ({
    ...{ command: name, sent, kept },
    read: null,
  })

  /** Files are kept first, so that nobody has to choose them again; one that is refused is refused at its field. */
  async function keepFiles(actor: Actor, command: AnyCommand, { files }: Sent) {
    const kept: Kept[] = []
    const refused: { name: string; refusal: Refusal }[] = []
    for (const { name, file } of files) {
      if (!uploads) throw new Refusal('platform.not-a-form', 400)
      try {
        const { id } = await uploads.keep(
          actor,
          file,
          acceptsOf(schemaOf(command), plainName(name)),
        )
        kept.push({ name, id, called: file.name })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refused.push({ name, refusal: error })
      }
    }
    const fields = refused.map(({ name, refusal: { code, values } }) => ({
      path: plainName(name).split('.'),
      ...{ code, values },
    }))
    const refusal =
      fields.length > 0 ? new Refusal('platform.unreadable-input', 422, {}, fields) : null
    return { kept, refusal }
  }

  /** The page on which the form stands, with what it is to show this once. No address leads to this answer. */
  async function showing(
    c: Context<Env>,
    actor: Actor,
    language: Language,
    { page, show, done }: { page: string; show: string; done: string },
  ) {
    const answered = await pageOf(language, page, { actor, attempt: null, done, shown: show })
    if (!answered) return c.redirect(pathOf(language, page), 303)
    return c.body(answered.body, 200, answered.headers)
  }

  /** The page on which the form stands, once more. */
  async function again(c: Context<Env>, actor: Actor, language: Language, form: RefusedForm) {
    const attempt = attemptOf(form, explain(form.refusal, language, features))
    const { page } = form.sent.about
    const answered = await pageOf(language, page, { actor, attempt, done: null })
    if (!answered) throw form.refusal
    return c.body(answered.body, form.refusal.status as 422, answered.headers)
  }

  async function pageOf(
    language: Language,
    address: string,
    asking: Asking,
  ): Promise<Answered | null> {
    const { pathname, search } = new URL(pathOf(language, address), settings.publicUrl)
    const found = addresses.find(pathname)
    if (found?.reads.kind !== 'page') return null
    const query = found.reads.query.safeParse(queryOf(search))
    if (!query.success || found.reads.may?.(asking.actor, found.params) === false) return null
    return answerTo(found, query.data, asking)
  }

  return app
}

const asField = ({ name, id }: Kept): Field => ({ name, value: id })

/** What the form shows again: everything that was typed, and each refusal at the name of its field. */
function attemptOf(
  { command, sent, kept, refusal, read }: RefusedForm,
  { title, fields }: ReturnType<typeof explain>,
): Attempt {
  const typed = [...sent.fields, ...kept.map(asField)]
  const values = Map.groupBy(typed, ({ name }) => plainName(name))
  return {
    command,
    of: sent.about.of,
    values: new Map([...values].map(([name, all]) => [name, all.map(({ value }) => value)])),
    files: new Map(kept.map(({ id, called }) => [id, called])),
    title,
    fields: fields.map(({ message }, index) => {
      const path = refusal.fields[index]?.path ?? []
      return { name: read?.fieldOf(path) ?? path.join('.'), message }
    }),
    overtaken: refusal.code === 'platform.changed-meanwhile',
    seen: sent.about.seen,
  }
}
