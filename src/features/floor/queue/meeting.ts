import { must } from '../../../kernel/refusal.ts'
import type { Deed } from './deeds.ts'
import { type Floor, speaking } from './floor.ts'
import { settled } from './order.ts'
import { allStopped } from './turns.ts'

/** Other settings, as long as nobody was called under the old ones. */
export function changeSettings(floor: Floor, { settings }: Deed<'change-settings'>): Floor {
  must(floor.meeting === 'before', 'floor.begun')
  return { ...floor, settings, waiting: settled(floor.waiting, settings) }
}

/** Opens or closes inscription by hand, whatever the clock said until now. */
export function turnDoors(floor: Floor, { what, at }: Deed<'open' | 'close'>): Floor {
  must(floor.meeting !== 'adjourned', 'floor.adjourned')
  const is = what === 'open' ? 'open' : 'closed'
  must(floor.doors?.is !== is, `floor.${is}-already`)
  return { ...floor, doors: { is, at } }
}

export function begin(floor: Floor, { at }: Deed<'begin-session'>): Floor {
  must(floor.meeting === 'before', 'floor.begun')
  return { ...floor, meeting: 'running', begunAt: at, called: 0 }
}

/** For a while: whoever has the floor keeps it, and their clock stands still. */
export function suspend(floor: Floor, { at }: Deed<'suspend'>): Floor {
  must(floor.meeting === 'running', 'floor.not-running')
  return { ...allStopped(floor, at), meeting: 'suspended' }
}

/** Goes on: a new meeting of the same list, with the same speaker. */
export function resumeMeeting(floor: Floor): Floor {
  must(floor.meeting === 'suspended', 'floor.not-suspended')
  return { ...floor, meeting: 'running', called: 0 }
}

/** Ends the session. Whoever still waits was not reached, and stays in the record as that. */
export function adjourn(floor: Floor, { at }: Deed<'adjourn'>): Floor {
  must(floor.meeting === 'running' || floor.meeting === 'suspended', 'floor.not-running')
  must(!speaking(floor), 'floor.somebody-speaks')
  return { ...floor, meeting: 'adjourned', adjournedAt: at }
}
