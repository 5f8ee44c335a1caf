# Слова графиков, которые ставят показатели и организации рядом.

## Показатели против своих целей

bullets-all-reached = { $of ->
    [1] Показатель достиг цели
   *[other] Все показатели достигли цели
}
bullets-all-behind = { $of ->
    [1] Показатель отстаёт от цели
   *[other] Все показатели отстают от цели
}
bullets-some-reached = { $of ->
    [one] Цели достигли { $n } из { $of } показателя
   *[other] Цели достигли { $n } из { $of } показателей
}
bullets-none-reached = { $of ->
    [1] Показатель ещё на пути к цели
   *[other] Цели пока не достиг ни один показатель
}
bullets-and-behind = { $n ->
    [one] { $title }; отстаёт { $n }
   *[other] { $title }; отстают { $n }
}
bullets-unjudged = Сравнить с целями пока нечего
bullets-subtitle = { $period } год. Полоса — значение, засечка — цель; шкала у каждой строки своя. Значения есть у { $known } из { $of }.
bullets-describe = Полосы значений с засечками целей. { $rows }.

## Состав: сколько на какой отметке

stack-unjudged = не оценивается
stack-none-behind = Ни по одному показателю организации не отстают
stack-worst = Больше всего организаций отстаёт по показателю { $label }: { $n } из { $of }
stack-subtitle = Организации по оценкам, { $period } год. Справа — сколько всего.
stack-programmes = { $programmes ->
    [one] Цели достигли { $n } из { $of } показателей { $programmes } программы
   *[other] Цели достигли { $n } из { $of } показателей { $programmes } программ
}
stack-programmes-subtitle = Показатели по оценкам за последний год данных. Справа — сколько всего.
stack-describe = Полосы из частей. { $rows }.
stack-describe-row = { $parts }, всего { $total }

## Было и стало

slope-both = У тех, кому адресованы меры, { $addressed }; у остальных { $others }
slope-district = По району { $addressed }
slope-organisations = { $worse ->
    [0] Организаций, где стало заметно лучше: { $better } из { $of }
   *[other] Организаций, где стало заметно лучше: { $better } из { $of }; хуже: { $worse }
}
slope-moment = { $period } год
slope-describe = Линии от значения «{ $before }» к значению «{ $after }». { $lines }.
slope-describe-line = было { $before }, стало { $after }
col-dynamics = Динамика
organisations-changed = Что изменилось с прошлого раза
