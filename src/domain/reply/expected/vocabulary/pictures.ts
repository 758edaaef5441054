/** The hand without its skin, the tick without its colour: what people answer with. */
export const yesPictures: ReadonlySet<string> = new Set('👍✅✔☑');
export const noPictures: ReadonlySet<string> = new Set('👎❌');

/** Signs of joy and thanks add nothing to any answer, those of joy alone nothing but to a no, sad ones to a no only. */
export const friendlyPictures: ReadonlySet<string> = new Set(
  '🙏❤😊😀😃😄😁☺🙂🤗🥰😍😇🌞💚💙💛🧡💜🩷🤍🖤🤎💕💖💗💓💞💝❣😘🫶🌷🌹🌸',
);
export const joyfulPictures: ReadonlySet<string> = new Set('🎉🙌🥳👏🤩👌💪✨🎊🎈💯🙋🤝☀😎⭐🌟');
export const sadPictures: ReadonlySet<string> = new Set('😔😢😞🙁☹😕😟😥😭😿');

/** What emoji pickers write in a form for the signs that people answer with. */
export const pictureCodes: Record<string, string> = {
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  ballot_box_with_check: '☑️',
  x: '❌',
  heart: '❤️',
  ok_hand: '👌',
  pray: '🙏',
  tada: '🎉',
};
