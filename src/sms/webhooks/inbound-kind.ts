import type { Attachment } from '../../domain/reply/inbound-text.ts';

/** The provider's words for kinds of content, also as the first half of a media type: `image`, `image/jpeg`. */
const kinds: Record<string, Attachment> = {
  image: 'picture',
  images: 'picture',
  img: 'picture',
  picture: 'picture',
  photo: 'picture',
  gif: 'picture',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  file: 'file',
  document: 'file',
  pdf: 'file',
  application: 'file',
  vcard: 'contact',
  contact: 'contact',
  contacts: 'contact',
  location: 'location',
  sticker: 'sticker',
  reaction: 'reaction',
  reactions: 'reaction',
};

/** What a kind of content is to people; undefined for words or an unknown kind. */
export function attachmentOfKind(kind: string): Attachment | undefined {
  const word = kind.toLowerCase();
  if (/^text\/(?:x-)?vcard/.test(word)) return 'contact';
  const [first = ''] = word.split('/', 1);
  return Object.hasOwn(kinds, first) ? kinds[first] : undefined;
}
