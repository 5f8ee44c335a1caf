# Тепловые карты и воронки: выводы, подписи, знаки. Общее для всех графиков — в sentences.ftl.

# Знаки в клетках
matrix-none = н/д
matrix-not-applicable = —
matrix-hidden = *
matrix-yes = +
matrix-partly = ±
matrix-no = −
matrix-signs = В клетках: { $signs }.
matrix-none-means = «н/{ "\u2060" }д» — нет данных
matrix-not-applicable-means = «—» — не считается
matrix-hidden-means = «*» — скрыто, слишком мало людей

# Организации и показатели
chart-heat-behind = { $of ->
    [one] Чаще всего от цели отстают по показателю «{ $name }»: { $n } из { $of } организации
   *[other] Чаще всего от цели отстают по показателю «{ $name }»: { $n } из { $of } организаций
}
chart-heat-well = Ни одна организация не отстаёт от целей
chart-heat-plain = Значения показателей по организациям
chart-heat-unit = { $period } год: доли в процентах, остальное в своих единицах; номера показателей — как в таблице значений.
table-heat = Показатели по организациям, { $period } год
heat-title = Организации и показатели, { $period } год

# Организации и предметы
chart-pairs-behind = { $of ->
    [one] { $short }: чаще всего от цели отстают по предмету «{ $name }» — { $n } из { $of } организации
   *[other] { $short }: чаще всего от цели отстают по предмету «{ $name }» — { $n } из { $of } организаций
}
chart-pairs-well = { $short }: ни по одному предмету организации не отстают от цели
chart-pairs-plain = { $short } по организациям и предметам
table-pairs = { $short } по организациям и предметам, { $period } год
by-pair = По организациям и предметам

chart-describe-matrix = { $rows ->
    [one] Тепловая карта: { $rows } организация
    [few] Тепловая карта: { $rows } организации
   *[other] Тепловая карта: { $rows } организаций
}. { $columns }.
chart-describe-column = { $name }: цели достигли { $good }, на пути { $plain }, отстают { $poor }

# Пределы значений на линейном графике
chart-limits = { $unit } Тонкие отрезки — 95-процентные пределы случайности.

# Воронка
chart-funnel-below = { $n ->
    [one] Ниже случайного разброса — { $n } организация: { $names }
    [few] Ниже случайного разброса — { $n } организации: { $names }
   *[other] Ниже случайного разброса — { $n } организаций: { $names }
}
chart-funnel-above = { $n ->
    [one] Выше случайного разброса — { $n } организация: { $names }
    [few] Выше случайного разброса — { $n } организации: { $names }
   *[other] Выше случайного разброса — { $n } организаций: { $names }
}
chart-funnel-more = и ещё { $n }
chart-funnel-within = В пределах случайного разброса — все организации
chart-funnel-unit = Между кривыми лежат 95 % таких же организаций, если все они — как район.
chart-funnel-of = по горизонтали: { $of }
chart-describe-funnel = Точечный график: чем больше людей, тем уже пределы случайного разброса вокруг значения района ({ $district }). В пределах: { $within }. { $outside }
chart-describe-funnel-point = { $label } — { $value }, в знаменателе { $of }
