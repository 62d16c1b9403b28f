// Why the practice file can't be opened, in words for the person who starts the app. Nothing is ever overwritten:
// whoever catches one of these leaves the file as it is, sets it aside at most, and offers a backup.

const SENTENCES = {
  missingFile: 'There is no practice file at this place.',
  missingKey: 'The key of this practice file is not on this computer. Enter the recovery code, or restore a backup.',
  wrongKey:
    'The key on this computer belongs to another practice file. Open the file that belongs to it, or enter the recovery code of this one.',
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
