import type { Vocabulary } from './meaning.ts';

/** US law and carriers' rules first, then as people write it. */
export const english: Vocabulary = {
  keyword: `stop, stopall, stop all, stopend, stop2end, stop2quit, stop2stop, stopsms, unstart, unsubscribe, unsub,
    unsubscribed, unsubscribe all, unsubcribe, unsubscibe, unsuscribe, unsubscrbe, usubscribe, unsubsribe,
    unsubscride, unsubscrib, unsubscribing, unsubscription, revoke, opt out, optout, opting out, stpo, sotp, stahp,
    un subscribe, un sub, styop, stopit, stoptxt, stopmsg, unsubscribeme, removeme, optmeout, desist, discontinue,
    stawp, stahp it, stap`,
  bare: `end, quit, cancel, cancel all, end all, quit all, terminate, no
    text/texts/texting/sms/msg/msgs/messages/message/messaging/txt/txts, no
    contact/spam/marketing/ads/promos/promotions, zero texts/messages, no further
    messages/texts/contact/communication/communications/sms, no solicitation/solicitations/soliciting, no
    political/marketing/promotional/campaign/unsolicited/automated/more_political/sales texts/messages/sms`,
  alone: `strike/scratch me off, no more, remove, cease, halt, stp, nomore, nomas, rmv, un enroll, dont hmu, do not
    hmu, sign me off, stop hmu`,
  curt: `no text/texts/message/messages/text_messages/sms from you/u, see you in court, delete, exit, block, mute, unfollow, reject, refuse, decline, declined, removed, deleted, disconnect,
    disable, deactivate, ignore, goodbye forever, finish, dont_want/do_not_want/never_wanted
    this/it/that/these/them/any, i dont want any, please dont, pls dont, not wanted, unwanted, unenroll, unregister,
    deregister, withdraw, do not disturb, dnd, do not reply, not authorized, unauthorized, take a hike, no more
    thanks, back off, bug off, dont bother, nothing more, nothing further, never again please, cut it out, knock it
    off, give it a rest, no thank you goodbye, off, turn off, switch off, sto, beat it, abort, pause, suspend, rm,
    del, omit, drop, i want out, get me out, get me out of here, blocked`,
  phrase: `opt me/us/this_number/my_number out, please/pls/want_to/like_to/wish_to/wanna/to_please opt out,
    want/like/wish/prefer to be opted out, i_am/im/we_are opting out, i hereby opt out, unsubscribe
    me/us/from/my_number/this_number/please, want/like/wish/wanna to unsubscribe, please unsubscribe, want/like to
    be unsubscribed, take me/us/my_number/this_number/my_phone/my_cell/number/me_the_heck off, take my name off,
    take my name off the/your/this/that list, take me/us/my_number/my_name out of your/this/the list, take me off
    of, take off my number/name, take off your/this/the list, remove
    me/us/my_number/my_name/my_phone/my_cell/my_info/my_contact/my_details/my_data/this_number/this_phone/number_from,
    remove from
    list/the_list/your_list/this_list/mailing_list/text_list/contact_list/contacts/database/your_database/distribution,
    removed from list/the_list/your_list/this_list/mailing_list/text_list, remove please from,
    want/wish/like/need/ask/asked/asking to be removed, delete
    me/us/my_number/this_number/my_info/my_details/my_data/my_contact/my_phone, erase/scrub/drop/forget/loose/lose
    my number, drop me from, erase me/my_data, off your/this text/texting/mailing/call/contact/sms list, off
    your/this list, off of your/this list, off the mailing/texting/text/sms list, get me off, get my number off, get
    off my phone, leave/left me alone, leave/left me_the hell/heck/fuck alone, rmv/rm me, cross me off, texts off,
    no mo texts/messages, no longer consent, cease all correspondence, dont/do_not hit me up,
    do_not/dont/never/dont_ever/do_not_ever/never_ever/you_may_not/may_not/must_not/shall_not
    text/message/contact/sms/txt/msg, not to text/message/contact/sms, do_not/dont/never/stop
    spam/bother/harass/disturb/pester/annoy me/us, do_not/dont write me/to_me/again/anymore, do_not/dont keep
    texting/messaging/sending/contacting, please not text, do_not/dont/never send
    me/us/texts/messages/sms/msgs/these/this_anymore/any_more/anymore/more/anything/another/any_text/any_texts/any_messages,
    dont/do_not reach out again/anymore, stop/quit/cease/discontinue/halt
    texting/messaging/sending/contacting/txting/msging/spamming/bothering/harassing/writing/pestering/annoying/soliciting,
    stop/quit/cease/discontinue/halt/end/cancel
    all/the/these/those/your/my/any/further/all_the/all_these/all_your/all_future/with_the/with_these/with_your/sending_me
    texts/messages/msgs/sms/txts/texting/messaging/notifications/alerts/communication/communications/updates/promotions/promos/ads/contact/text_messages/mailings,
    stop/cease/cancel/end/quit
    texts/messages/sms/alerts/msgs/txts/notifications/text_messages/communication/communications/marketing/promos/promotions/spam,
    stop text/txt/msg/mail/service/subscription/communicating/advertising/contact/my_subscription, stop trying to
    contact/reach/text, stop reaching out, stop blowing up my phone, stop with the texts/messages/spam, discontinue
    this/the/my/your/these/all/service/texts/messages/sending, please/kindly/pls discontinue, discontinue please,
    cease and desist, no more
    messages/texts/sms/texting/text_messages/text/alerts/of_these/of_this/msgs/msg/txt/txts/messaging/notifications/updates/communication/contact/spam/promos/promotions/ads/marketing/emails,
    deactivate/disable my/this number, cancel/end/terminate/stop/deactivate/discontinue my/this/the
    subscription/service/membership/enrollment, cancel/end subscription, turn off/these/them/this
    texts/messages/notifications/alerts/off/sms, turn off these/the/your/all texts/messages/notifications/alerts,
    revoke/withdraw/rescind/retract my/all/any consent/permission/authorization, revoke/withdraw/rescind
    consent/permission/authorization, i revoke/rescind, revoking/withdrawing my consent/permission,
    do_not/dont/never/didnt/did_not consent, no consent, never consented, do_not/dont/no_longer/didnt/did_not/never
    have/had/gave/give/given my/you_my/you permission/consent, without my permission/consent,
    do_not/dont/no_longer/not/never wish/want/care/agree to receive/get/hear/be_contacted/be_texted/be_messaged
    texts/text/messages/sms/these/this/any/more/your/from/anymore/further/again/notifications/alerts/promotions/marketing,
    do_not/dont/no_longer/not/never wish/want to receive, do_not/dont/no_longer/not/never wish/want to be
    contacted/texted/messaged/on_this_list/on_your_list/subscribed, do_not/dont/no_longer/never
    want/need/wish/like/appreciate these/your/any_more/any/more/to_get
    texts/messages/sms/text_messages/txts/msgs/alerts/notifications/promos/promotions, do_not/dont/no_longer/never
    want/wish these/texts/messages/sms/text_messages/txts, no longer wish/want to get/have/see/subscribe, want/get
    out_of_this_list/off_this_list/off_your_list/off_the_list, block me/us/my_number/this_number, let me out of
    this, not text me/us/this_number, please no more/texts/texting/messages/sms, do not sms/email/solicit, refrain
    from texting/messaging/contacting/sending/any/further,
    unenroll/deregister/unregister/exclude/suppress/blacklist/withdraw me/us/my_number/this_number, exclude me from,
    put/add me/us/my_number/this_number on/to your/the do_not_text/do_not_call/do_not_contact/dnc/suppression,
    remove number/contact, no further messages/texts/contact/communication/communications/sms, never
    write/text/message/contact again, dnt txt/text/msg/message/contact, dont/do_not msg/contact/dm, erasure of my
    data, remove my personal_data/details, remove me/us/my_number/my_name from the
    list/lists/texting/text_list/texts/mailing/mailing_list/database/system/text/sms/group/group_text/subscription/campaign/distribution/messages,
    lose/loose/lost this number, stay away from my phone, no_longer agree to
    be_contacted/be_texted/be_messaged/receive/receiving/getting/being_texted/being_contacted, no_longer/do_not/dont
    authorize texts/messages/you_to, cease/discontinue contact/correspondence/communicating, discontinue all
    correspondence, cease/discontinue any/further contact/correspondence, strike/scratch me/us/my_number/my_name off
    your/this/the_list/the_text_list/all, sign me off your/this/the list, sign me off of your/this/the_list, no mo
    msgs/txts/texting/sms, dont/do_not hit my phone/line/cell, stop hitting me_up/my_phone/my_line`,
  doubtful: `enough already/is_enough/of_this/with, enough, not/no_longer interested, not intrested/intersted, no
    interest, uninterested, wrong number/person/phone/num/guy, go away, bugger off, sod off, text me again and, fuck
    off/you/u, fk off, f off, eff off, piss off, get lost, buzz off, screw you, stop
    bugging/calling/emailing/mailing, who gave/is_giving you my/this number, how/where did you get my/this number,
    how do you have my number, spam, spamming, spammer, spammers, reported, lawyer, attorney, tcpa, gdpr, dnc, ftc,
    fcc, do not call, sue you, suing, legal action, scam, scammer, scammers, phishing, unsolicited, unwanted,
    harassment, harassing, blocking you/this/u/your, blocked you/your/u/and, you are/will_be/got blocked,
    will/ill/gonna/going_to/am block you/this/u, i block, report/reporting/reported you/this/u, never/didnt/did_not
    sign/signed/asked/ask/subscribe/subscribed up_for_this/up_for_these/for_this/for_these/to_this/to_these,
    sick/tired of these/this/your/you, fed up with, had enough, too/so many texts/messages/sms, off list, unlist,
    delist, deregister, dont/do_not/no_longer need these/this/your, rather/prefer not
    receive/to_receive/get/to_get/to_be_contacted/be_contacted, dont/do_not send, passed away, deceased, not my
    number, no longer a customer/at_this_number, not a customer, leave us alone, go to hell, shut up, refrain from,
    mind not, take a hike, f ck off/you, fck off/you, hate these/this/your/getting/texts/messages/spam, i hate you,
    do not reply, not authorize/authorized, didnt/did_not/never authorize/authorized, bug off, back off, not
    consented, dont/do_not like this/these/your, do_not/dont/please_dont text/message/contact/sms
    before/after/until/unless/on/at/between/during/while/when/in/call/call_me/just_call, right to be forgotten,
    object to processing/the/being/receiving, i object, remove me/us from the/a/todays/tomorrows/fridays, done with
    these/this/your/you, i/ill/will/well/to/gonna/we/id/can/shall/be_forced_to sue, sue you/your/u/ur/yall/ya, last/final warning, make/made me sue, my/our lawyers/attorneys,
    these/your/the/this/those texts/messages/text/message are/is illegal/unlawful/harassment, texting/messaging me/us is illegal,
    against the law, breaking the law, violating/violates my/our/the privacy/rights/law/tcpa/gdpr, small claims, restraining
    order, press/pressing charges, take/taking you/your_company/yall/u to court, file/filing a
    complaint/lawsuit/report against/with, complaint against you/your, report/reporting this_number/your_number/this_to/it_to, cut it out, knock it off, stay off my phone, solicit, soliciting, over these texts,
    got/gotten/received/saw no text/texts/message/messages/text_message/text_messages/msg/msgs/txt/txts/sms
    please/pls/plz/plse/thanks/thank_you/anymore/again/ever`,
  harmless: `stop by, stop bys, stop in, stop at, stop over, stop off, stop sign, stop signs, stop light, stop
    lights, stop watch, stop motion, stop loss, stop and shop, stop gap, stop laughing, stop smiling, stop thinking,
    stop loving, stop crying, stop dancing, stop singing, stop raining, stop snowing, stop worrying, stop eating,
    stop drinking, stop watching, stop reading, stop talking, stop working, stop playing, stop listening, stop
    bleeding, stop wondering, stop the car, stop the bus, non stop, bus stop, truck stop, train stop, tram stop,
    metro stop, subway stop, pit stop, rest stop, one stop, full stop, door stop, next stop, first stop, last stop,
    second stop, final stop, quick stop, gas stop, coffee stop, lunch stop, bathroom stop, two stops, my stop, your
    stop, our stop, dont stop, do not stop, never stop, cant stop, can not stop, cannot stop, wont stop, will not
    stop, couldnt stop, could not stop, didnt stop, doesnt stop, did not stop, does not stop, please dont stop, dont
    quit, never quit, do not quit, dont cancel, do not cancel, didnt cancel, did not cancel, dont unsubscribe, do
    not unsubscribe, dont end, never end, never ends, wont end, cancel culture, end of, end up, ends up, end at, end
    on, end by, end in, end time, end date, end result, end game, end zone, end user, end around, end before, the
    end, an end, my end, our end, your end, this end, week end, year end, month end, dead end, high end, deep end,
    tail end, loose end, loose ends, end to end, low end, front end, back end, open end, rear end, other end, either
    end, far end, in the end, at the end, by the end, does this end, will it end, does that end, until the end, the
    very end, class end, does it end, happy end, living end, quit my job, quit smoking, quit drinking, quit work,
    quit school, quit early, enough
    time/room/space/food/seats/people/parking/chairs/for/to/of_us/money/tickets/left/already_left,
    good/big/old/soon/early/close/fair/sure/long/nice/well/late/warm/kind/lucky enough,
    is/have/got/be/are/there/has/had/not/getting/that/had_not enough, had/have enough time/food/room/seats/people,
    cant get enough, spam folder/filter/musubi/sandwich, my/in/to/the spam, spam and eggs, reported for/to/back, my
    lawyer friend, a lawyer myself, lawyer friend, remove my coat/shoes/hat/jacket, take/took me off guard, take me
    out for/to/on/tonight/tomorrow, get me off at, drop me from work, block me in, take my name off the
    guest/waiting/sign_up/signup/volunteer/potluck/rsvp/food list, remove my name from the
    guest/waiting/volunteer/potluck list, remove me from the guest/waiting/volunteer list, take me off the
    guest/waiting/volunteer/rsvp list, take me off speaker, off the list of, got/gotten/received/saw/have_seen/ive_seen/there_was/there_were no
    text/texts/message/messages/text_message/text_messages/msg/msgs/txt/txts/sms, no text/texts/message/messages/msg/sms
    came/yet/from/arrived/received/on/in/for_me, no contact with/info/lens/number, no marketing experience, no spam
    folder, no text today_yet, no message was, dont/do_not/didnt/never send anyone/him/her/it/food/money/flowers,
    blocked you in, dont/do_not text and drive/and_driving, dont/do_not text while, dont/do_not text
    him/her/them/your/and, dont/do_not contact him/her/them/the/your, dont/do_not message him/her/them, dont/do_not
    spam folder, never text and, wrong number of, enough said/sleep/coffee/already_here, had enough sleep/coffee,
    east/west/north/south/top/bottom/tail/shallow/weekend end, not receiving notifications,
    does_not/doesnt/cannot/can_not/cant/not_able_to/unable_to/not accept/receive/support/receiving
    text/texts/messages/message/sms/text_messages, remove my name from the
    speaker/speakers/seating/carpool/snack/roster/schedule, cross/strike/scratch me off the
    guest/waiting/volunteer/potluck/rsvp/food/sign_up list, which stop
    do_i/do_we/do_you/should_i/should_we/is_it/is_yours/is_closest/is_nearest/is_best/is_the, what stop
    do_i/do_we/should_i/should_we, my lawyer said yes/ok/its_ok/its_fine/it_is_fine/hi, do_not/dont call before
    noon/lunch/breakfast/work/school/7/8/9/10/11/12/7am/8am/9am/10am/11am/12pm, not interested in the
    1pm/2pm/3pm/4pm/5pm/6pm/7pm/8pm/9pm/10am/11am/9am/8am/noon/morning/afternoon/evening/early/late/first/second
    slot/shift/session/class/one, go/going away for/on/this/next/over
    the_weekend/a_weekend/weekend/the_week/the_holidays/holiday/vacation, get lost
    every_time/easily/driving/trying/getting/finding, cancel and rebook/reschedule/re_book,
    they/he/she/coach/school/weather cancel/canceled/cancelled the
    game/match/class/meeting/party/show/concert/practice/lesson/flight/trip/picnic/rehearsal`,
  confirmed: `have/has/been/are/were/is/now/successfully unsubscribed, been/are/now/have/successfully opted out,
    been/were/now removed from our/this/the, will receive no more/further, will/wont/will_not no longer receive,
    will_no_longer/will_not/wont receive any/further/more/messages/texts`,
  automatic: `automated/automatic/auto/autogenerated reply/response/message/text/system/responder, autoreply,
    autoresponse, autoresponder, auto generated, out of office, not/isnt/never/no_longer monitored, is unmonitored,
    unmonitored, unattended, noreply, no reply number, do_not/dont reply to this, msg/message/msgs/messages data
    rates, msg/message/text/txt and data/std rates, data rates may, rates may apply, msg/message freq/frequency
    varies, reply/text help for help/info, you are now subscribed, you have subscribed, thank_you/thanks for
    contacting/texting/reaching/your_message/your_text/messaging, we have received your, we received your, we will
    get back to you, office/offices is/are closed`,
  start: `start, unstop, subscribe, resubscribe, opt in, optin, opt me in, opt me back in, join, rejoin, restart,
    start again`,
  help: 'help, info',
  polite: `me, please, pls, plz, plez, plse, plis, kindly, now, immediately, asap, already, today, thanks, thank
    you, thanku, thx, ty, thankyou, ok, okay, k, hi, again, anymore, forever, permanently, right away, hello, hey,
    dear, sir, madam, maam, team, all, right, right now, at once, just, yes, no, well, oh, the fuck, fucking, damn,
    wtf, do, good day, bye, regards`,
  object: `us, it, this, that, these, those, them, text, texts, texting, txt, txts, txting, message, messages,
    messaging, msg, msgs, sms, smses, sending, alert, alerts, notification, notifications, update, updates,
    subscription, marketing, promo, promos, promotions, ads, ad, spam, number, my, your, the, from, to, you, u, i,
    im, id, like, want, wanna, would, could, can, wish, need, have, list, service, phone, future, further,
    communication, communications`,
  unwilling: `dont/do_not/no_longer/not/never/didnt/did_not/doesnt/does_not
    want/wish/need/like/care/appreciate/authorize/agree/ask/request/accept, rather not, prefer not,
    didnt/did_not/never sign/signed up, didnt/did_not/never subscribe/subscribed/opt_in/opted_in/agree/agreed, would
    not like, wouldnt like, no desire/need/use, refuse, decline, sick of, tired of, fed up, had enough of, enough
    of, enough with, not authorized, unwilling, without asking, nobody/noone wants/wanted/asked, who wants, not,
    never, without`,
  traffic: `texts, texting, texted, messages, messaging, messaged, msgs, sms, smses, txts, receive, receiving,
    contacted, notifications, alerts, updates, ads, advertising, promotions, promos, spam, communications,
    solicitations, subscription, mailings, marketing`,
  removal: `remove, removed, removal, removing, delete, deleted, erase, exclude, excluded, unlist, withdraw, strike,
    scrub, purge, cancel, suppress, take_me, take_us, take_my, get_me_off, count_me_out, scratch`,
  removed: `number, numbers, list, lists, database, contacts, records, system, contact, distribution, mailing,
    subscribers, directory, texts, messages, these, subscription`,
  received: `got, get, received, receive, see, saw, seen, came, come, arrive, arrived, read, thanks, thank, thx,
    sorry, missed, miss, forgot, forget, problem, worries, sure, yet, only, just`,
  provocation: `text/message/txt/msg/contact/write/sms/call/bother/ping me/us/again/this_number/my_phone
    again/once_more/one_more/one_last/once/and/anymore/or, text/message/txt/contact again, one_more/another/next/any_more
    text/message/sms/txt/msg/ad/promo/txts/texts/messages, next time you, keep/continue
    texting/messaging/sending/contacting/this_up/it_up/spamming, if you/u/yall text/message/txt/contact/write/send/keep/continue/ever,
    if this/it continues/happens/keeps/persists/goes_on, if_i/if_we
    get/receive/see/hear, you/u keep/continue`,
  threat: `in/to court, lawsuit, i swear, dare you, the press/media/news, police, cops, cop, sheriff, solicitor, solicitors, legal steps/measures/trouble/proceedings/consequences, complaint, complaints, complain,
    complaining, im/ill/i/will/be/gonna/going_to/am report/reporting, authorities, bbb, attorney, better business bureau, consequences, regret, see what happens, or else,
    be sorry, lose/losing/lost a/me customer/as, losing/lose my business, business elsewhere, shop/shopping elsewhere, boycott, i_am/im/ill_be/i_will_be
    gone/out/done/leaving/through, ill/i_will/will/gonna/going_to/i scream/snap/explode/flip/lose_it, bad/negative/1_star/one_star
    review, never shop/shopping/buy/buying/order/come/use, switch/switching, trading standards, ofcom, ico`,
};
