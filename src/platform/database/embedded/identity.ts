import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** The user under whom PostgreSQL runs; empty: whoever runs us. */
export interface Identity {
  readonly uid?: number
  readonly gid?: number
}

/** Users who may run PostgreSQL when root starts Plenum, the most fitting first; the last exists on every Unix. */
const UNPRIVILEGED = ['plenum', 'postgres', 'nobody'] as const

const numberOf = (flag: '-u' | '-g', name: string) =>
  Number(
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )

function existing(name: string): Identity | null {
  try {
    return { uid: numberOf('-u', name), gid: numberOf('-g', name) }
  } catch {
    return null
  }
}

/** Whoever owns a folder, so that data are served by the user who wrote them. */
export function ownerOf(folder: string): Identity | null {
  try {
    const { uid, gid } = statSync(folder)
    return uid === 0 ? null : { uid, gid }
  } catch {
    return null
  }
}

/** PostgreSQL refuses to run as root, so root lends it an unprivileged user. */
export function identityFor(data: string): Identity {
  if (process.getuid?.() !== 0) return {}
  for (const candidate of [ownerOf(data), ...UNPRIVILEGED.map(existing)]) {
    if (candidate) return candidate
  }
  throw new Error(`None of the users ${UNPRIVILEGED.join(', ')} exists on this machine.`)
}

/** Whether the user can run a program: every folder above it must be open to them, and its libraries too. */
export const canRun = (identity: Identity, program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { ...identity, cwd: '/', stdio: 'ignore' }).status === 0

/** Whether the user can enter a folder that exists. */
export const canEnter = (identity: Identity, folder: string): boolean =>
  identity.uid === undefined || canRun(identity, '/bin/sh', '-c', 'cd "$0"', folder)
