# Откуда число: примечания, формулы, файл и строка

note-value = { $name }, { $period } год: { $text }
note-collection = Сбор за { $period } год: { $text }
note-organisation = { $name }: { $text }
note-district = Район
notes-title = Примечания к числам
note-label = примечание { $number }
note-back = вернуться к числу, примечание { $number }

by-kind = По видам организаций
table-kinds = { $short }: по видам организаций, { $period } год
col-kind-of-organisation = Вид организаций

origins-open = Показать формулы, файлы и строки
origins-periods = Район по годам
origins-parts = Организации за { $period } год: { $file }
origin-short = строка { $line }
col-formula = Значение
col-formula-change = Изменение и его 95-процентный интервал
col-formula-plan = По плану в этом году
col-where = Файл и строка
origin-share = { $n } : { $of } × 100 = { $value }
origin-sum-organisations = { $n ->
    [one] сумма { $n } организации
   *[other] сумма { $n } организаций
}: { $formula }
origin-sum-subjects = { $n ->
    [one] сумма { $n } предмета
   *[other] сумма { $n } предметов
}: { $formula }
origin-difference = { $after } − { $before } = { $difference }
origin-limits = от { $low } до { $high }
origin-plan = { $start } + ({ $end } − { $start }) × { $made }/{ $years } = { $expected }
fact-proof-of-value = Подтверждение
limits-unknown = { " " }(разброс оценок не собирается, поэтому случайность не исключена)
