import type { ChildProcess } from 'node:child_process'

/** Makes a way to wait until a process says something of a kind; it fails when the process ends before. */
export const hearing =
  <Said extends { kind: string }>(child: ChildProcess) =>
  <Kind extends Said['kind']>(kind: Kind): Promise<Extract<Said, { kind: Kind }>> =>
    new Promise((resolve, reject) => {
      const hear = (message: Said) => {
        if (message.kind !== kind) return
        child.off('message', hear)
        child.off('exit', gone)
        resolve(message as Extract<Said, { kind: Kind }>)
      }
      const gone = () => reject(new Error('The viewers have gone'))
      child.on('message', hear)
      child.once('exit', gone)
    })
