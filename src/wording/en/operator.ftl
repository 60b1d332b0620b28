# The command line: check, doctor, verify, invite. Codes and names of settings stay as they are.

check-in-order = In order: { $flows }; { $units } units that report
doctor-ok = ok
doctor-warning = warning
doctor-error = ERROR
doctor-settings-fine = can be used
doctor-campaign-fine = flows and roster are in order
doctor-simulator = the page plays the phones, on 127.0.0.1 alone
doctor-mend = mend it; npm run check lists the places
doctor-not-there = { $folder } is not there yet; the first start makes it
doctor-store-fine = can be opened and read: { $documents } documents
doctor-store-busy = a bot has it open
doctor-unforeseen = this was not foreseen: report it with this line
doctor-nothing-yet = nothing to examine yet
doctor-folder-todo = give it to the account that the bot runs under, on a disk that is not full or read-only
doctor-folder-shut = { $folder } cannot be written to ({ $code })
doctor-folder-open = every account of this machine may look into { $folder }
doctor-folder-fine = { $folder } can be written to, and no other account looks into it
doctor-room = { $free } MB are free
doctor-room-todo = make room: an answer that cannot be written is refused
doctor-clock-behind = { $now } is before the last entry, of { $last }
doctor-clock-set = set the machine's clock: deadlines and reminders go by it
doctor-clock-loose = { $now }, and nothing is known to keep it right
doctor-clock-ntp = have it kept by NTP: timedatectl set-ntp true, or chrony
verify-went = { $entries } entries of { $documents } documents, { $files } files, { $seals } seals
verify-in-order = In order: { $went }
verify-findings = { $count } findings in { $went }
verify-entry = { $document }, entry { $entry }
verify-unreadable = cannot be read on: { $why }; { $todo }
verify-file = does not hold what was kept
verify-file-unread = cannot be read: { $why }; { $todo }
verify-resealed = is not what was sealed at { $at }: it or one before it was changed, and the chain written anew
verify-stripped = has lost what lay beside it, and no request to remove it is recorded
verify-not-removed = still has beside it what was to be removed: run person forget again
verify-no-file = names the file { $hash }, which is not there
verify-cut-off = is cut off, with all after it: entry { $last } was there at { $at }
verify-inserted = was inserted: there is an entry of this number before it
verify-gap = follows on a gap: entry { $entry } was cut out
verify-gaps = follows on a gap: entries { $first } to { $last } were cut out
verify-changed = was changed, or the one before it was replaced
verify-fold = the document is not what its entries come to
verify-end = The seals end in { $end }: noted elsewhere, it shows later that none of them was replaced
operator-no-unit = the roster has no unit { $unit } with people
operator-no-unit-todo = write its id or name as the roster has it
operator-nobody = { $unit } has no { $role }
operator-nobody-todo = add the person to the roster, then invite again
operator-which-unit = { $unit } may be { $units }
operator-which-unit-todo = write one of these ids
operator-which-person = { $unit } has several of the role { $role }: { $people }
operator-which-person-todo = invite in the chat: /invite and an id
operator-invited = { $unit }, { $role }: good for { $days } days, once; send /join { $code }

# What keeps a command from running: settings, files, ports, backups
problem-file-gone = { $path } cannot be read ({ $code })
problem-file-gone-fix = put it there, or say in { $setting } where it is
setting-unusable = { $name }={ $value } cannot be used: { $instead }
setting-one-of = write one of { $values }
setting-address = write a web address such as https://example.org
setting-port = write a port such as 3000
setting-moment = write a moment such as 2020-05-19T09:00+08:00
setting-speed = write how many times as fast, such as 60 (0 stands still)
setting-domain = write feishu, lark or a web address
setting-no-channel = with SIMULATOR=off and no platform there is nothing to talk through
setting-no-channel-fix = take SIMULATOR out
setting-simulator-exposed = HOST={ $host } would offer the simulator, and with it everybody's phone, to the network
setting-simulator-exposed-fix = take HOST out; SIMULATOR=on runs it on 127.0.0.1 whatever HOST says
setting-simulator-public = PUBLIC_URL leads platforms to this port, and with SIMULATOR=on everybody's phone answers there too
setting-simulator-public-fix = take SIMULATOR out; rehearse beside it with another BAOSONG_DATA and PORT, without PUBLIC_URL
lark-no-id = LARK_APP_SECRET is given without LARK_APP_ID
lark-no-id-fix = the developer console has it under 凭证与基础信息 (Credentials & Basic Info)
lark-bad-id = LARK_APP_ID={ $id } is no App ID: cli_ and 16 hexadecimal digits
lark-bad-id-fix = the developer console has it under 凭证与基础信息 (Credentials & Basic Info)
lark-no-secret = LARK_APP_ID is given without LARK_APP_SECRET
lark-no-secret-fix = the developer console has it under 凭证与基础信息 (Credentials & Basic Info)
lark-webhook-needs = with PUBLIC_URL, Lark calls the bot by webhook and needs { $name }
lark-webhook-needs-fix = the developer console has it under 事件与回调 > 加密策略 (Events & Callbacks > Encryption Strategy)
telegram-bad-token = TELEGRAM_BOT_TOKEN is not a bot's token
telegram-bad-token-fix = copy it whole from @BotFather; it looks like 123456:ABC-DEF
telegram-no-secret = PUBLIC_URL makes Telegram call by webhook, and without TELEGRAM_WEBHOOK_SECRET anybody could
telegram-no-secret-fix = set it to a long random word, or take PUBLIC_URL out to ask for messages instead
telegram-bad-secret = TELEGRAM_WEBHOOK_SECRET has characters that Telegram does not allow
telegram-bad-secret-fix = use A-Z, a-z, 0-9, _ and - alone, 256 at most
telegram-bad-address = Telegram calls webhooks by https on port 443, 80, 88 or 8443 alone
telegram-bad-address-fix = put such an address into PUBLIC_URL, or take it out to ask for messages instead
port-in-use = another program listens on { $host } port { $port }
port-in-use-fix = stop it, or set PORT to another (PORT=0 takes any that is free)
port-forbidden = this account may not listen on port { $port }
port-forbidden-fix = set PORT to 1024 or above
host-unknown = { $host } is no address of this machine ({ $why })
host-unknown-fix = set HOST to one, such as 127.0.0.1
cannot-listen = { $host } port { $port }: { $why }
cannot-listen-fix = set HOST and PORT to an address of this machine
nothing-kept = { $folder } holds no record: no bot has run on it
nothing-kept-fix = set BAOSONG_DATA to the folder that the bot runs on, as its service does, or run this where its .env is
env-unreadable = { $path } cannot be read ({ $code })
env-unreadable-fix = make it a file that this account may read, or take it away and set the settings in the environment
folder-too-long = BAOSONG_DATA={ $folder } is too long a path for the socket that commands reach the bot by
folder-too-long-fix = name a folder with a path of { $longest } bytes at most, such as /var/lib/baosong, or a relative one
no-socket = commands cannot reach a bot in { $folder } ({ $code }): no socket can be made there
no-socket-fix = set BAOSONG_DATA to a folder on a disk of this machine that this account may write to
not-written-full = there is no room for { $path } ({ $code })
not-written-full-fix = make room, or name a place on another disk; nothing that was kept is lost
not-written-place = { $path } cannot be written there ({ $code })
not-written-place-fix = make the folder that it lies in, or name another place
not-written-shut = { $path } cannot be written ({ $code })
not-written-shut-fix = name a place that this account may write to
backup-within = { $to } lies in { $folder }, which is what is backed up: each backup would hold all before it
backup-within-fix = name a file outside of it, best on another disk
backup-there = { $to } is there already
backup-there-fix = name another file, or add --force to replace it
backup-other-end = { $path } does not hold what its end says
backup-other-end-fix = take another one
backup-outside = the backup names a file outside of the folder: { $path }
backup-outside-fix = take another one; nothing was changed
backup-own = the backup names a file that the store keeps by itself: { $path }
backup-own-fix = take another one; nothing was changed
backup-not-whole = { $path } is no whole backup: { $why }
backup-not-whole-fix = take another one; nothing was changed
backup-line = line { $line } cannot be read
backup-packed = it cannot be unpacked
backup-no-end = its end is missing
rehearse-options = write --units, --rounds and --seed as whole numbers, such as --units 300
operator-broke-off = the running bot did not finish it
operator-broke-off-fix = its log says why; nothing is half done
operator-not-done = the running bot could not do it
operator-not-done-fix = its log says why, under control-failed; nothing is half done
operator-other-account = { $folder } belongs to another account
operator-other-account-fix = run the command under the account that the bot runs under, as with sudo -u
operator-not-reached = the bot that runs on { $folder } cannot be asked ({ $code })
operator-not-reached-fix = restart it, or stop it and do it without it
operator-backed-up = { $to }: { $entries } entries of { $documents } documents, { $files } files
operator-restored = Restored and read back: { $entries } entries of { $documents } documents, { $files } files
operator-invited-in = (No bot is running; the code is kept in { $folder } and opens only to a bot that runs on that folder)
operator-moved = Moved and verified: { $entries } entries of { $documents } documents, { $files } files
operator-moved-database = set DATABASE_URL to the database; what was there is left as it was
operator-moved-folder = set BAOSONG_DATA={ $to } and take DATABASE_URL out; what was there is left as it was
operator-no-moment = { $moment } is no moment
operator-no-moment-fix = write one such as 2020-06-01T00:00+08:00
operator-no-person = nobody is known as { $id }
operator-no-person-fix = write the id that the roster gives the person
operator-forgotten = Removed what lay beside { $entries } entries of { $documents } documents; that it was removed is recorded
operator-forgotten-todo = take the name and telephone out of the roster file too; backups made before still hold them
operator-forgotten-page = the rehearsal page keeps what was said to it in { $path }: stop the bot and delete that file too
export-no-round = no round { $name } has been opened
export-no-round-fix = write its number or date, a span such as 1-4, all, or final
export-no-end =
    no campaign has ended
    { $open }
export-no-end-fix = until then export all, or a span such as 1-4
export-endless = { $flow } has no last_due, so it never ends
export-to-come = { $flow } ends with round { $number }, { $closes }
