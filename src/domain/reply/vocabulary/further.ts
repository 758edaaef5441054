import type { Vocabulary } from './meaning.ts';

/** Arabic, Hebrew, Hindi, Indonesian and Malay, Vietnamese, Tagalog, Thai, Chinese, Japanese and Korean. */
export const further: Vocabulary = {
  keyword: `berhenti, hentikan, stop sms, huy dang ky, dung lai, tu choi, ihinto, 停止, 解除, 配信停止, 配信解除, ストップ, 退订, 退訂,
    取消订阅, 取消訂閱, 수신거부, 중지, 수신 거부, 스톱, توقف, توقفوا, إيقاف, ايقاف, أوقف, اوقف, أوقفوا, اوقفوا, إلغاء, الغاء, إلغاء
    الاشتراك, الغاء الاشتراك, قف, הסר, הסרה, הפסק, להסיר, תסירו, הסירו, תפסיקו, להפסיק, रोकें, बंद करो, बंद करें,
    रोको, रोक दो, band karo, หยุด, ยกเลิก`,
  bare: 'jangan sms, tanpa sms, khong sms, बंद, बस, بدون رسائل',
  alone: `batal, selesai, tamat, ket thuc, tama na, 取消, 中止, 拒收, 结束, 結束, 拒绝, 拒絕, 解約, 終了, やめて, やめてください, 不要, 不要です, 정지,
    그만, 그만해, 중단해주세요, 종료, 해지, 취소, 거부, 차단, انهاء, إنهاء, حذف, كفى, خلاص, די, מספיק, ביטול, เลิก, พอแล้ว, وقف, 発信停止,
    td, 中断해주세요, 中断`,
  curt: `滚, 滾, 不需要, 不用, 不用了, 結構です, いりません, 필요없어요, 필요 없어요, 싫어요, nahi chahiye, नहीं चाहिए, ไม่เอา, ไม่ต้องการ, tidak
    mau, tidak perlu, tak nak, khong can, huy, ayoko`,
  phrase: `لا ترسل/ترسلوا/ترسلي/تراسلني/تراسلوني/تزعجوني/تتصلوا/تتواصلوا, لا اريد/أريد/أرغب_في/ارغب_في
    رسائل/رسائلكم/استلام/تلقي/المزيد/هذه, توقف/توقفوا عن, احذف/احذفوا/ازيلوا/أزيلوا/امسحوا رقمي/اسمي,
    الغ/ألغ/الغوا/ألغوا اشتراكي/الاشتراك, أوقف/اوقف/أوقفوا/اوقفوا/وقفوا/وقف الرسائل/ارسال/إرسال/هذه, كفى رسائل, ما
    ابغى رسائل, اتركوني وشأني, אל תשלחו/תשלח/תשלחי/תפנו/תכתבו/תטרידו, לא רוצה/מעוניין/מעוניינת/מאשר
    לקבל/הודעות/סמסים/לקבל_הודעות, תורידו/תסירו/הסירו/תמחקו/להסיר/הורידו אותי/את_המספר/מהרשימה/את_השם,
    תפסיקו/להפסיק/הפסיקו לשלוח/להטריד/עם, תעזבו אותי, मैसेज/संदेश/एसएमएस/sms/message/msg मत/न/नहीं/बंद/mat/band/nahi
    भेजो/भेजें/भेजिए/करो/करें/चाहिए/bhejo/bheje/karo/chahiye/bhejiye, मत भेजो/भेजिए/भेजें, mat
    bhejo/bhejiye/karo/bhejna, मेरा नंबर हटा/हटाओ/हटाएं/हटा_दो, mera number hata/hatao/delete, mujhe message/sms/msg
    mat, jangan kirim/sms/hubungi/ganggu/kirimi/kirimkan/hantar/mesej/kacau, berhenti/stop
    kirim/mengirim/mengirimi/hantar, hapus/keluarkan/buang nomor/saya/nombor/nama, tidak/tak mau/ingin/nak/mahu
    terima/menerima/sms/pesan/mesej, dung/xin_dung/khong/ngung gui/nhan_tin/lam_phien/lien_he/gui_tin
    tin/nua/cho_toi/toi/sms, dung/ngung/xin_dung gui/nhan_tin/lam_phien, khong muon nhan, xoa so cua, huwag/wag
    na/mo/nyo/niyo/na_po/kayong/na_kayong mag_text/magtext/mag/na/itext/text/i_text/magpadala, tigilan
    nyo/mo/niyo/na, tanggalin nyo/number/ang/ako/mo, xin dung/đung nhan/gui/nhan_tin, ما أبغى/ابغى/ابي/أبي
    رسائل/رسايل/هالرسائل, מספיק עם ההודעות`,
  doubtful: `غير مهتم, غير مهتمة, لست مهتما, رقم خاطئ, الرقم خطأ, سبام, לא מעוניין, לא מעוניינת, טעות במספר, מספר
    שגוי, ספאם, תלונה, tidak berminat, tidak tertarik, salah nomor, salah sambung, salah nombor, khong quan tam,
    nham so, sai so, गलत नंबर, galat number, wrong no, hindi interesado`,
  automatic: `رد آلي, رد تلقائي, رسالة آلية, מענה אוטומטי, הודעה אוטומטית, balasan otomatis, pesan otomatis, balasan
    automatik, tra loi tu dong, tin nhan tu dong`,
  help: 'ヘルプ, 帮助, 幫助, 도움말, مساعدة, עזרה, bantuan, tro giup, मदद, ช่วยเหลือ',
  polite: `tolong, segera, terima kasih, sekarang, mohon, xin, lam on, cam on, ngay, po, salamat, お願いします, 请, 謝謝, 谢谢,
    您好, 你好, من فضلك, رجاء, شكرا, الان, الآن, לכם, בבקשה, תודה, עכשיו, मुझे, कृपया, धन्यवाद, अभी, please, ครับ, ค่ะ,
    주세요, 해주세요, 부탁드립니다`,
  object: `الرسائل, رسائل, الرسالة, אותי, הודעות, את, मैसेज, संदेश, pesan, tin, tin nhan, 문자, 메시지, メール, 信息, 短信, 订阅`,
  unwilling: `لا اريد, لا أريد, لا ارغب, لا أرغب, לא רוצה, לא מעוניין, לא מעוניינת, לא ביקשתי, tidak mau, tidak
    ingin, tak nak, khong muon, khong can, ayaw ko, ayoko, لا, ما, لن, مابي, ما ابغى, ما أبغى, לא, בלי, אין, tidak,
    jangan, tak mahu, khong, dung, chua, huwag, wag, नहीं, मत, न`,
  unwillingAfter: 'नहीं चाहिए, nahi chahiye, nahin chahiye, मत',
  traffic: `رسائل, رسالة, الرسائل, استلام, تلقي, הודעות, הודעה, לקבל, סמסים, sms, pesan, mesej, terima, menerima,
    tin, nhan, message, messages, मैसेज, संदेश, text, texts`,
  removal: `احذف, احذفوا, حذف, ازالة, إزالة, امسح, להסיר, הסירו, תסירו, תמחקו, למחוק, hapus, hapuskan, keluarkan,
    buang, xoa, tanggalin, alisin, हटाओ, हटाएं, हटा, hatao`,
  removed: `رقمي, الرقم, القائمة, קשר, המספר, מהרשימה, הרשימה, nomor, nombor, daftar, senarai, so, danh, number,
    list, नंबर, सूची`,
  received: `وصلتني, وصلني, استلمت, شكرا, קיבלתי, ראיתי, תודה, הגיע, הגיעה, dapat, sampai, masuk, terima_kasih,
    nhan_duoc, thay, cam_on, मिला, मिली, धन्यवाद`,
};

/** In scripts without spaces: an opt-out wherever it stands. */
export const phrasesWithoutSpaces = `退订, 退訂, 取消订阅, 取消訂閱, 不要再发, 不要再發, 别再发, 別再發, 别发了, 別發了, 不要发短信, 不要發, 别给我发, 不要给我发,
    不要給我發, 请勿发送, 請勿發送, 勿发短信, 不想收到, 不想再收到, 不再接收, 停止发送, 停止發送, 拒收, 别再联系, 不要再联系, 別再聯絡, 不要再聯絡, 配信停止, 配信解除, 配信を停止, 配信不要,
    送らないで, 送信しないで, 送ってこないで, 連絡しないで, メールしないで, 送るのをやめ, 送信をやめ, 受信拒否, 受け取りたくない, 수신거부, 보내지마, 보내지 마, 보내지 말, 연락하지마, 연락하지 마,
    연락하지 말, 문자하지 마, 문자 그만, 그만 보내, 그만보내, 수신을 거부, ยกเลิก, หยุดส่ง, อย่าส่ง, ไม่ต้องส่ง, เลิกส่ง, ไม่อยากรับ,
    ไม่รับข้อความ`;

/** In the same scripts: always a question for a person. */
export const doubtfulWithoutSpaces = `ไม่ต้องการรับ, ไม่รับ, ไม่อยากได้, 把我删, 删掉我, 把我刪, 刪掉我, 不要再, 不要发, 不要發, 别发, 別發,
    别再, 別再, 不想再, 拒绝, 拒絕, 删除我, 刪除我, 移除, 别打扰, 打扰, 打擾, いりません, 要りません, 要らない, いらない, 不要です, 消して, 削除, 登録を消, 送るな, 停止, 取消, 解除,
    中止, ストップ, やめて, 止めて, 迷惑, キャンセル, 举报, 舉報, 投诉, 骚扰, 騷擾, 没兴趣, 沒興趣, 不感兴趣, 打错了, 发错, 發錯, 興味ない, 興味がない, 興味ありません, 間違い, 通報,
    스팸, 신고, 관심없, 관심 없, 잘못 보내, 번호 삭제, 차단, 그만, 중지, 거부, หยุด, เลิก, รำคาญ, ไม่สนใจ, ผิดเบอร์`;

/** In the same scripts: hides the keyword in it, as a shop that closes does. */
export const harmlessWithoutSpaces = `停止营业, 停止營業, 停止入场, 停止入場, 停止售票, 停止办公, 停止辦公, 取消比赛, 取消比賽`;

/** How machines say in these scripts what to write to opt out: nobody asks for it. */
export const rulesWithoutSpaces = `回T, 回t, 回复T, 回复t, 回覆T, 回复“T, 回复退, 回覆退, 回退订, 回退訂, 退订回, 退订请回, 退訂回, 退訂請回, 退订回复,
    拒收请回, 拒收回, 拒收請回, 無料受信拒否, 配信停止は, 停止は, 停止の方は, 무료수신거부, 무료거부, 무료 수신거부, 수신거부0, 수신거부 0, 수신거부는, 自動返信, 自動応答, 自动回复, 自動回覆,
    자동응답, 자동 응답, ตอบกลับอัตโนมัติ`;
