import { type Actor, holds } from '../../kernel/actor.ts'

/** Whoever runs the instance: its accounts, its letters, its health. */
export const mayAdminister = (actor: Actor): boolean => holds(actor, '*', 'administrator')
