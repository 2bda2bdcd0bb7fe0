import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A file is on the disk only when its name is, which is written in its folder. Windows does that by itself. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
