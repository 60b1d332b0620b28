# 重大事项、问题台账、线索移交：一件一件办的事。

case-name = { $name }第{ $number }号
case-heading = { $name } · { $state }
case-opened-by = { $unit } { $who }，{ $when }
case-step = { $when } { $who } { $done }
case-step-with = { $when } { $who } { $done }：{ $what }
case-trail = 全过程
case-overdue = ⚠ 已过时限 { $day }
case-yes = 是
case-done = ✓ { $name } { $done }
case-nag = { $name }等您办理
case-nag-overdue = { $name }已过时限，请抓紧办理
case-nag-others = { $name }还没人办理
case-reply-hint = 直接回复本条，就是{ $move }

case-whole = 请核对，没有问题就提交
case-send = 提交
case-amend = 改{ $what }
case-as-it-was = 不改
case-left-open = ⚠ { $name }还没有提交，写好的都留着
case-go-on = 接着办{ $name }
case-back = 上一项
case-drop = 不报了
case-confirm = 已知悉，提交
case-confirm-please = “{ $part }”没有存。要改哪一项，按“改……”。请先向单位负责人报告，再点“已知悉，提交”
case-given-up = 好的，没有提交
case-not-skipped = 这一项要填，不能跳过
case-yes-or-no = “{ $part }”没有存。要改哪一项，按“改……”。回“是”提交，回“否”不报
case-words = 请用文字说明
case-long = 太长了：{ $length } 字，最多 { $max } 字。请精简后再发
case-file-please = 请发照片或文件；没有就点“跳过”
case-file-ahead = ✓ 收到“{ $name }”
case-file-instead = ✓ 收到“{ $name }”，换下“{ $before }”：这里只留一件
case-pass-on = 没能通知到{ $who }，请您转告
case-file-said = { $name }：{ $words }
case-no-file = 这里不收文件，您发的没有存
case-unit-how = 写单位名称，如 { $example }
case-unit-unknown = 没有找到“{ $part }”这个单位。请写全称或简称
case-unit-several = 叫“{ $part }”的不止一个，是哪个？
case-in-days = { $days } 天内（{ $month }月{ $day }日）
case-date-how = 或写日期，如 5月29日
case-date-unclear = 没看懂日期。请写成 5月29日
case-date-past = 这天已经过了。请写今天以后的日期

case-not-yours = 您不能发起这类事项
case-move-not-yours = 这一步不由您办理
case-moved-on = 这件事已有新进展
case-not-opened = 这件事没有提交
case-no-reply = 这件事现在不用回复
case-in-private = 请在与我的私聊里办理
case-private = 这类事项只在私聊里办理，群里不谈
case-unknown = 没有这一件。看全部，请发：{ $command }
case-not-run = “{ $name }”这里没有启用，要用请找协调员
case-none = { $name }：还没有
case-none-private = { $name }只有经办单位和协调员能看，没有与您有关的
case-none-seen = { $name }：您管的单位还没有
case-list = { $name } · 在办 { $open } 件，已结 { $closed } 件
case-list-overdue = { $name } · 在办 { $open } 件（超时 { $overdue }），已结 { $closed } 件
case-list-more = 另有 { $count } 件，请写编号查看
case-begin = 新报一件
case-view-whole = 看全部
case-view = 第{ $number }号
case-line = { $number }. { $about }
    { $unit } · { $state }
case-line-due = { $number }. { $about }
    { $unit } · { $state } · 时限 { $due }
case-line-overdue = { $number }. { $about }
    { $unit } · { $state } · ⚠ 超时（{ $due }）

help-urgent = 随时报重大事项
help-problem = 登记、办理、销号
help-clue = 移交线索，受理和反馈

case-ledger = { $name }：在办 { $open } 件
case-ledger-overdue = { $name }：在办 { $open } 件，超时 { $overdue } 件
    ⚠ { $which }{ $more ->
        [yes] 等
       *[no] {""}
    }
case-ledger-closed = { $name }：共 { $all } 件，都已办结
case-ledger-left = { $name }：共 { $all } 件，办结 { $closed } 件，在办 { $open } 件{ $overdue ->
    [0] {""}
   *[other] （超时 { $overdue }）
  }
case-ledger-which = 在办：{ $which }{ $more ->
    [yes] 等
   *[no] {""}
  }
case-ledger-open = { $case }{ $state }
case-ledger-one = 第{ $number }号（{ $unit }）
case-sheet-number = 编号
case-sheet-state = 状态
case-sheet-unit = 报送单位
case-sheet-opened = 报送时间
case-sheet-due = 时限
case-sheet-latest = 最近办理
case-sheet-late = { $day }（超时）

case-numbers = { $name } { $numbers }号
interview-offer = { $from }：{ $column }可记 { $value }
interview-offer-take = { $column }记 { $value }
interview-offer-unlike = ⚠ { $from }共 { $value } 件，{ $place }现记 { $now }
