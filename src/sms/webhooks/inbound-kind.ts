import { Attachment } from '../../domain/reply/inbound-text.ts';

/** The provider's words for kinds of content, also as the first half of a media type: `image`, `image/jpeg`. */
const words: Partial<Record<Attachment, string>> = {
  picture: 'image images img picture photo gif',
  video: 'video',
  audio: 'audio voice',
  file: 'file document pdf application',
  contact: 'vcard contact contacts',
  location: 'location',
  sticker: 'sticker',
  reaction: 'reaction reactions',
};
const kinds = new Map(
  Attachment.options.flatMap((kind) => (words[kind]?.split(' ') ?? []).map((word) => [word, kind])),
);

/** What a kind of content is to people; undefined for words or an unknown kind. */
export function attachmentOfKind(kind: string): Attachment | undefined {
  const word = kind.toLowerCase();
  if (/^text\/(?:x-)?vcard/.test(word)) return 'contact';
  const [first = ''] = word.split('/', 1);
  return kinds.get(first);
}
