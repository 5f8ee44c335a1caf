# Паспорт организации и список организаций.

organisation = Образовательная организация
organisation-advice = Что рекомендовано организации
organisation-indicators = Показатели рядом с целью и районом
organisation-practices = Практики организации
organisation-adopted = Что взято у других
organisations-title = Образовательные организации
organisations-intro = Показатели, рекомендации и практики каждой организации района.
fact-kind-of-organisation = Вид
fact-full-name = Полное название
fact-staff = Педагогических работников
fact-settlement = Местность
fact-remark = Примечание
organisation-silent = Данных этой организации за { $period } год нет.
organisation-table = { $programme }: показатели организации, { $period } год

organisation-reached-some = В { $period } году цель достигнута по { $reached } из { $of } { $of ->
    [one] показателя
   *[other] показателей
  }{ $way ->
    [0] {""}
   *[other] , на пути к цели — { $way }
  }
organisation-reached-all = В { $period } году цель достигнута { $of ->
    [1] по единственному показателю
    [one] по всем { $of } показателю
   *[other] по всем { $of } показателям
  }
organisation-reached-none = В { $period } году { $of ->
    [1] единственный показатель цели пока не достиг
    [one] ни один из { $of } показателя цели пока не достиг
   *[other] ни один из { $of } показателей цели пока не достиг
  }{ $way ->
    [0] {""}
   *[other] , на пути к цели — { $way }
  }
organisation-farthest = сильнее всего отстаёт «{ $short }»
organisation-farthest-by = сильнее всего отстаёт «{ $short }»: { $gap }
organisation-and = { $first }; { $second }.
organisation-stop = { $first }.
organisation-unjudged = За { $period } год показатели организации не оценены: нет цели, сведений или слишком мало людей.
organisation-better-than-district = Заметно лучше, чем у остальных организаций района: { $names }.
organisation-worse-than-district = Заметно хуже, чем у остальных организаций района: { $names }.
organisation-better-than-cluster = Заметно лучше, чем у похожих организаций: { $names }.
organisation-worse-than-cluster = Заметно хуже, чем у похожих организаций: { $names }.
quoted = «{ $text }»
col-to-target = До цели
change-note = к { $year } году{ $verdict ->
    [improved] : лучше
    [worsened] : хуже
   *[none] {""}
  }
organisation-hidden = скрыто
organisation-hidden-why = Скрыто — слишком мало людей: по числу можно было бы узнать человека.
organisation-whole-only = { $n ->
    [one] Ещё { $n } показатель программы считают
    [few] Ещё { $n } показателя программы считают
   *[other] Ещё { $n } показателей программы считают
  } только по району в целом.
organisation-changes = Что изменилось
organisation-improved = «{ $short }» — лучше, чем в { $since } году: { $change }, теперь { $whole }.
organisation-worsened = «{ $short }» — хуже, чем в { $since } году: { $change }, теперь { $whole }.
organisation-unchanged = Заметных изменений нет: все отличия могли выйти случайно.
organisation-not-compared = Сравнить пока не с чем: это первые сведения организации.
organisation-gaps = Не сданы сведения за { $period } год: { $names }.
organisation-no-advice = Адресных рекомендаций этой организации сейчас нет.

# Список
col-of-staff = Педагогов
col-of-reached = Цель достигнута
col-of-on-the-way = На пути к цели
col-of-behind = Отстаёт
col-of-unjudged = Без оценки
col-of-practices = Практик
