// Why the practice file can't be opened, in words for the person who starts the app. Nothing is ever overwritten:
// whoever catches one of these leaves the file as it is, sets it aside at most, and offers a backup.

const SENTENCES = {
  missingFile: 'There is no practice file at this place.',
  missingKey: 'The key of this practice file is not on this computer. Copy its key file from the computer where the practice was made.',
  wrongKey:
    'The keys on this computer belong to other practice files. Copy the key file of this one from the computer where the practice was made.',
  damagedKey: 'The key file of this practice is damaged. Put an undamaged copy of it in its place; the practice file was left as it is.',
  sealedKey:
    'The key of this practice is in this computer’s key store, which only Tenpack’s own window can open. Open Tenpack in its window; there, Settings › This computer puts the key back into a file.',
  shutKey:
    'This computer’s key store does not open the key of this practice. Sign in to the computer as the person who used Tenpack before, or put a copy of the key file in its place; the practice file was left as it is.',
  damaged: 'The practice file is damaged. It was left as it is: restore the newest backup, and keep the damaged file.',
  foreign: 'This file was not made by Tenpack, so it was left alone.',
  newer: 'This practice file was written by a newer version of Tenpack. Update Tenpack on this computer; the file was left as it is.',
  alreadyOpen: 'This practice file is open in another program. Close it there and try again.',
  noAccess: 'The practice file can’t be opened for reading and writing. Check the rights of its folder.',
  diskFull: 'The disk is full, so the practice file can’t be opened safely. Free some space and try again.',
  unsafe:
    'This disk can’t keep the practice file safe (it does not take the settings that make saving certain). Use a disk of this computer.',
} as const

export type OpenFailureKind = keyof typeof SENTENCES

export class OpenFailure extends Error {
  override readonly name = 'OpenFailure'
  readonly kind: OpenFailureKind
  constructor(kind: OpenFailureKind, cause?: unknown) {
    super(SENTENCES[kind], { cause })
    this.kind = kind
  }
}
