import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import type { Attempt } from '../../ui/form/attempt.ts'
import type { Topic } from '../command/command.ts'
import type { Instance } from '../config/instance.ts'
import type { Reading } from '../database/tables.ts'
import type { House } from '../process/vitals.ts'
import type { Rate } from './guard/rates.ts'

/** All that a page knows of its reader. It cannot reach the database even by mistake. */
export interface Viewer {
  actor: Actor
  language: Language
  now: Temporal.Instant
  /** The address without its language, `/seoul2021/programme`: what the language switch keeps. */
  address: string
  /** What was asked of the page, `?edition=seoul2021`, or nothing. */
  search: string
  /** Scheme, host and port that the public uses, without a slash at the end. */
  origin: string
  /** How the instance is set, for pages of whoever looks after it. */
  instance?: Instance
  /** The instance as it is now, for the same pages. */
  house?: House
  /** A form of this page that was sent and refused. */
  attempt: Attempt | null
  /** What this reader has just done; null: nothing, or nothing that this page is to say. */
  done: Done | null
  /** Under which a form is done once; null where the page is kept for everybody, and no form may stand on it. */
  sendKey: string | null
  /** What a form sent to be shown this once, now that its deed is done: a secret that is kept nowhere. */
  shown?: string
}

/** A command that was just done, with the numbers of its answer: `delegations.approve`, 42 people. */
export interface Done {
  readonly command: string
  readonly counts: Readonly<Record<string, number>>
}

/** A page as a view returns it; the platform sets the layout around it. */
export interface View {
  title: string
  description?: string
  /** What was just done, where the page says it more exactly than the words of the command. */
  done?: string | null
  /** schema.org JSON-LD, printed into the head. */
  jsonLd?: unknown
  /** Other forms of this page: feeds, calendars, JSON. */
  alternates?: readonly { type: string; href: string; title: string }[]
  /** Colours of a conference, as theme variables. */
  theme?: string
  /** The conference whose banner and menu the layout shows. */
  conference?: { id: string; name: string; palette?: string | null }
  /** Whether it is for people at work, with the style and script of forms: every page is that says who may read it. */
  work?: boolean
  /**
   * Whether clocks run on it: it brings their style and script, and without a script it reads itself anew. `kept`: not
   * that, because people type on it.
   */
  clock?: boolean | 'kept'
  /** Whether it is a whole screen, with nothing around it: no menus, no foot. */
  screen?: boolean
  /** Whether only few people have it open: then each asks for it at once when it has changed. */
  few?: boolean
  body: Child
}

interface Read<Params, Query, Facts> {
  /** `conferences.conference`: the name under which later features add sections. */
  readonly name: string
  /** A Hono pattern below the language: `/:conference/programme`. */
  readonly path: string
  readonly params: z.ZodType<Params>
  /** The query parameters that belong to the address; all others are ignored, and not part of the cache's key. */
  readonly query: z.ZodType<Query>
  topics(params: Params): readonly Topic[]
  /**
   * Who may read it; without it, everybody. Nobody who is not signed in is asked to sign in, whoever is and may not is
   * refused (403). It is read anew for each reader and kept nowhere.
   */
  may?(actor: Actor, params: Params): boolean
  /** How often one address of it may be asked for by one reader, where that is less than any other. */
  readonly rate?: Rate
  /** Everything that the view shows; null is a 404. Runs in one read-only repeatable-read transaction. */
  read(db: Reading, at: { params: Params; query: Query; viewer: Viewer }): Promise<Facts | null>
  /** The next instant at which time alone changes what is shown. */
  until?(facts: Facts, now: Temporal.Instant): Temporal.Instant | null
}

export interface Page<Params = unknown, Query = unknown, Facts = unknown>
  extends Read<Params, Query, Facts> {
  readonly kind: 'page'
  /** Whether the page may look through the camera, as no other may. */
  readonly camera?: true
  /** The deed that a mail program does by one click (RFC 8058), for whoever has the letter that names this address. */
  readonly oneClick?: { command: string; input(params: Params): unknown }
  view(
    facts: Facts,
    viewer: Viewer,
    at: { params: Params; query: Query; sections: Sections; beside?: Beside },
  ): View
}

/** An export: the same reading, in another form than HTML. */
export interface Resource<Params = unknown, Query = unknown, Facts = unknown>
  extends Read<Params, Query, Facts> {
  readonly kind: 'resource'
  readonly type: string
  /** The media type where it differs from one to the other: that of a file stands with the file. */
  typeOf?(facts: Facts): string
  /** Headers in the place of the site's own; null leaves one out. */
  readonly headers?: readonly (readonly [string, string | null])[]
  /** A document that other sites may show in a frame, with the one style sheet that it carries. No script runs in it. */
  readonly framed?: { readonly style: string }
  /** The file's name when it is saved; without it the browser shows the resource. */
  filename?(params: Params, viewer: Viewer, facts: Facts): string
  /** Pieces of text are sent one after the other: only where the answer is kept nowhere. */
  render(
    facts: Facts,
    viewer: Viewer,
  ): string | Uint8Array | Iterable<string> | Promise<string | Uint8Array>
}

/** A part that a later feature adds to a page of an earlier one. */
export interface Section<Params = unknown, Facts = unknown> {
  /** The page's name, `conferences.conference`. */
  readonly of: string
  readonly name: string
  /** Whether it has forms: then the page that it stands on is one for people at work. */
  readonly work?: true
  topics(params: Params): readonly Topic[]
  read(db: Reading, at: { params: Params; viewer: Viewer }): Promise<Facts | null>
  until?(facts: Facts, now: Temporal.Instant): Temporal.Instant | null
  view(facts: Facts, viewer: Viewer): Child
  /** What stands beside each thing that the page lists, by its key: a session's identifier on a programme. */
  beside?(facts: Facts, viewer: Viewer, key: string): Child
}

/** The sections of a page, rendered, by their names. */
export type Sections = Readonly<Record<string, Child>>

/** What the sections of a page set beside one of the things that it lists. */
export type Beside = (key: string) => Child[]

/** Pages whose shapes are their own business: what registries hold. */
export type AnyPage = Page
export type AnyResource = Resource
export type AnySection = Section

export const page = <Params, Query, Facts>(
  name: string,
  parts: Omit<Page<Params, Query, Facts>, 'kind' | 'name'>,
): Page<Params, Query, Facts> => ({ kind: 'page', name, ...parts })

export const resource = <Params, Query, Facts>(
  name: string,
  parts: Omit<Resource<Params, Query, Facts>, 'kind' | 'name'>,
): Resource<Params, Query, Facts> => ({ kind: 'resource', name, ...parts })

export const section = <Params, Facts>(parts: Section<Params, Facts>): Section<Params, Facts> =>
  parts
