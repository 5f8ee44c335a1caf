# Предложения о данных: их строит программа из чисел. Ключи сгруппированы по смыслу.

# Значения
value-none = нет данных
value-not-applicable = не считается
value-hidden = скрыто
presence-yes = есть
presence-partly = частично
presence-no = нет
finality-provisional = предварительное значение
finality-corrected = исправленное значение
counted = { $n } из { $of }
whole = { $value } ({ $counted })

# Цели
target-at-least = не менее { $value }
target-at-most = не более { $value }
target-equal = ровно { $value }
target-between = от { $low } до { $high }
target-present = наличие
target-growth = прирост { $bound } { $years ->
    [one] за { $years } год
    [few] за { $years } года
   *[other] за { $years } лет
  }
target-of-year = цель { $year } года: { $bound }

# Оценки
status-reached = цель достигнута
status-on-the-way = на пути к цели
status-behind = отстаёт от цели
status-far-behind = сильно отстаёт
status-no-target = цель не задана
status-no-data = нет данных
status-too-few = мало данных для оценки
compared-better = лучше других
compared-similar = как у других
compared-worse = хуже других
compared-too-few = мало для сравнения

# Разрыв
gap-people = { $n ->
    [one] не хватает { $n } человека
   *[other] не хватает { $n } человек
}
gap-things = не хватает { $n }
over-people = { $n ->
    [one] лишний { $n } человек
    [few] больше на { $n } человека
   *[other] больше на { $n } человек
}
over-things = больше на { $n }
gap-points = до цели { $gap }
gap-both = до цели { $gap } ({ $people })

# Изменение
points = { $value } п. п.
units = { $value } { $unit }
change-since = { $change } к { $year } году
no-change-known = сравнить не с чем

# Страница показателя
sentence-now = В { $period } году — { $whole }.
sentence-no-data = За { $period } год данных нет.
sentence-reached = Цель { $year } года ({ $bound }) достигнута.
sentence-behind = Цель { $year } года — { $bound }: { $gap }.
sentence-on-the-way = К { $year } году нужно { $bound }; по равномерному плану сейчас должно быть { $expected } — показатель идёт не хуже плана.
sentence-behind-line = К { $year } году нужно { $bound }; по равномерному плану сейчас должно быть { $expected } — показатель отстаёт от плана.
sentence-no-target = Целевое значение в документе не задано: показатель наблюдают, но не оценивают.
sentence-too-few = Данных слишком мало, чтобы оценивать: знаменатель меньше пяти.
sentence-judged-change = Оценивается изменение { $years ->
    [one] за { $years } год
    [few] за { $years } года
   *[other] за { $years } лет
  }: { $change } ({ $before } → { $after }).
sentence-improved = По сравнению с { $year } годом показатель улучшился на { $change }{ $limits }.
sentence-worsened = По сравнению с { $year } годом показатель ухудшился на { $change }{ $limits }.
sentence-unnoticeable = По сравнению с { $year } годом — { $change }{ $limits }: без заметных изменений.
sentence-moved = По сравнению с { $year } годом значение изменилось на { $change }{ $limits }.
limits-note = { " " }(95-процентный интервал от { $low } до { $high })
trend-improving = С { $since } года показатель устойчиво улучшается, в среднем на { $slope } в год.
trend-worsening = С { $since } года показатель устойчиво ухудшается, в среднем на { $slope } в год.
trend-moving = С { $since } года значение устойчиво меняется, в среднем на { $slope } в год.
trend-steady = Устойчивого направления с { $since } года нет.
trend-short = Для вывода о тенденции нужно не меньше трёх лет наблюдений.
coverage-full = Данные за { $period } год: отчитались все { $asked ->
    [one] { $asked } организация
    [few] { $asked } организации
   *[other] { $asked } организаций
  }.
coverage-part = Данные за { $period } год: отчитались { $reported } из { $asked } организаций.
coverage-total = Данные за { $period } год — по району в целом.
coverage-none = За { $period } год данные не поступили.
origin-summed = Итог — сумма значений отчитавшихся организаций.
origin-stated = Итог указан в данных.

# Графики
chart-unit-share = Доля, %: { $counted }.
chart-unit-other = { $counted }, { $unit }.
chart-dynamics-up = { $short }: { $change } за { $since }–{ $period } годы
chart-dynamics-flat = { $short }: { $value } в { $period } году, без заметных изменений с { $since } года
chart-dynamics-one = { $short }: { $value } в { $period } году
chart-dynamics-none = { $short }: данных пока нет
chart-and-reached = { $title }; цель достигнута
chart-and-behind = { $title }; { $gap }
chart-describe-dynamics = Линейный график. { $points }. { $targets }
chart-describe-point = { $period } год — { $value }
chart-describe-target = Цель { $period } года — { $bound }
chart-parts-reached = Цели достигли { $n } из { $of } организаций
chart-parts-reached-some = Цели достигли { $n } из { $of } организаций; ещё { $small } не оценены: мало людей
chart-parts-plain = { $short }: от { $low } до { $high } по организациям, по району { $district }
chart-parts-one = { $short } по организациям
chart-kinds = { $short } по видам организаций: больше всего — { $top }
chart-subjects = { $short } по предметам: больше всего — { $top }
chart-subtitle = { $unit } { $coverage }
chart-describe-bars = Столбчатая диаграмма по убыванию. { $rows }.
chart-describe-row = { $label } — { $value }
chart-line-target = цель { $value }
chart-line-district = район { $value }

# Таблицы
col-period = Год
col-value = Значение
col-counted = Числитель и знаменатель
col-target = Цель
col-status = Оценка
col-change = Изменение
col-note = Примечание
col-organisation = Организация
col-subject = Предмет
col-compared = Рядом с другими
col-indicator = Показатель
col-goal = Цель или задача
col-unit = Единица
col-better = Лучше
col-baseline = База
col-source = Источник
col-method = Способ сбора
col-instrument = Форма
col-processing = Обработка
col-frequency = Периодичность
col-responsible = Ответственный
col-coverage = Отчитались
col-event = Мероприятие
col-term = Срок
col-held = Проведено
col-before = Было
col-after = Стало
col-group = Группа
col-district = По району
table-dynamics = { $short }: значения по годам
table-organisations = { $short }: по организациям, { $period } год
table-subjects = { $short }: по предметам, { $period } год
table-district = По району в целом
better-higher = больше
better-lower = меньше
better-none = не оценивается

# Выводы
finding-target-met = { $who }: { $whole } в { $period } году — цель ({ $bound }) достигнута.
finding-behind = { $who }: { $whole } в { $period } году при цели { $bound } — { $gap }.
finding-absent = { $who }: { $whole } в { $period } году при цели «{ $bound }».
finding-change-behind = { $who }: изменение { $change } при цели «{ $bound }».
finding-change-met = { $who }: изменение { $change } — цель «{ $bound }» достигнута.
finding-improved = { $who }: { $whole } — улучшение на { $change } к { $since } году.
finding-worsened = { $who }: { $whole } — ухудшение на { $change } к { $since } году.
finding-better-than-rest = { $who }: { $whole }, у остальных вместе — { $rest }: отличие больше случайного.
finding-worse-than-rest = { $who }: { $whole }, у остальных вместе — { $rest }: отставание больше случайного.
finding-not-reported = { $who }: { $n ->
    [one] не отчиталась { $n } организация
    [few] не отчитались { $n } организации
   *[other] не отчитались { $n } организаций
  } — { $names }.
who-indicator = { $indicator }
who-part = { $name }, «{ $indicator }»
findings-intro = Выводы построены по значениям { $period } года: проблемные зоны, сильные стороны и пробелы в данных. Каждое число ведёт к показателю.
findings-problem = Проблемные зоны
findings-strength = Сильные стороны
findings-missing = Нет данных
findings-title = Выводы мониторинга { $period } года

# Рекомендации
to-prefix = Кому: { $who }
to-behind = организациям с отставанием
to-named = организациям
advice-more = И ещё { $n ->
    [one] { $n } вывод
    [few] { $n } вывода
   *[other] { $n } выводов
  }.
advice-intro = Каждая рекомендация опирается на вывод мониторинга и ведёт к практикам банка.
advice-title = Адресные рекомендации
advice-group-earlier = { $who } — по итогам { $period } года
why-chosen = выбрана методистом
why-improves = по словам авторов, влияет на показатель
why-same-topic = тот же профессиональный дефицит
fact-date = Дата
fact-deadline = Срок
fact-programme = Программа
fact-indicators = Показатели
fact-monitoring = Основание
monitoring-of = мониторинг { $period } года

# Эффективность
verdict-achieved = достигнуто
verdict-improved-unproven = динамика есть, связь не доказана
verdict-unchanged = не изменилось
verdict-worsened = ухудшилось
verdict-too-few = данных мало
group-addressed = кому адресовано
group-others = остальные
group-district = район в целом
fact-measures = Меры
fact-decisions = Решения
fact-protocol = Протокол
fact-next = В следующий цикл
effect-periods = { $before } → { $after }
effects-title = Анализ эффективности
effects-intro = Один и тот же показатель до и после: у тех, кому были адресованы меры и решения, и у остальных. Вывод строится по числам.
effect-table = { $short }: было и стало

# Меры и решения
measures-title = Меры и мероприятия
measures-intro = Что сделано: дата, участники, подтверждение и рекомендация, которую выполняли.
decisions-title = Управленческие решения
decisions-intro = Решения приняты по итогам анализа; у каждого — документ, срок и ответственный.
kind-organising = организующее
kind-activating = активизирующее
kind-coordinating = координирующее
kind-controlling = контролирующее
kind-stimulating = стимулирующее
kind-organising-title = Организующие
kind-activating-title = Активизирующие
kind-coordinating-title = Координирующие
kind-controlling-title = Контролирующие
kind-stimulating-title = Стимулирующие
fact-kind = Вид
fact-participants = Участники
participants = { $n } чел.
fact-responsible = Ответственный
fact-goal = Цель или задача
fact-recommendations = Выполняет рекомендации
fact-organisations = Организации
fact-proof = Подтверждение
fact-document = Документ
fact-basis = Основание
fact-findings = По показателям
measures-of-year = { $year } год

# Документы и отчёты
requisites = № { $number } от { $date }
requisites-date = от { $date }
order = приказ
letter = письмо
regulation = положение
plan = план
report-monitoring = Результаты мониторинга
report-analysis = Аналитическая справка
report-effectiveness = Анализ эффективности
report-protocol = Протокол
in-force = действует
superseded = утратил силу
documents-title = Документы
documents-intro = Приказы, письма и планы, на которых стоит система.
reports-title = Отчёты и справки
reports-intro = Что показал мониторинг и что решила рабочая группа.
fact-issuer = Кто издал
fact-signatory = Подписал
fact-state = Состояние
fact-number = Номер
fact-superseded-by = Вместо него
fact-period = Период
orders = Приказы
letters = Письма
regulations = Положения
plans = Планы

# Программа
concept = Концепция
programme = Программа
model = Модель
regulation-title = Положение
fact-years = Годы
years = { $from }–{ $to }
fact-operator = Оператор
step-concept = Документ
step-goals = Цели
step-indicators = Показатели
step-methods = Методы сбора
step-monitoring = Мониторинг
step-analysis = Анализ
step-recommendations = Рекомендации
step-measures = Меры
step-decisions = Решения
step-effects = Эффективность
state-indicators = { $n ->
    [one] { $n } показатель
    [few] { $n } показателя
   *[other] { $n } показателей
}
state-period = за { $period } год
state-findings = { $n ->
    [one] { $n } проблемная зона района
    [few] { $n } проблемные зоны района
   *[other] { $n } проблемных зон района
}
state-advice = { $n ->
    [one] { $n } рекомендация
    [few] { $n } рекомендации
   *[other] { $n } рекомендаций
}
state-measures = { $n ->
    [one] { $n } мера
    [few] { $n } меры
   *[other] { $n } мер
}
state-decisions = { $n ->
    [one] { $n } решение
    [few] { $n } решения
   *[other] { $n } решений
}
state-effects = { $n ->
    [one] { $n } вывод
    [few] { $n } вывода
   *[other] { $n } выводов
}
state-none = пока нет
state-summary = { $period } год: { $parts }.
state-reached = { $n ->
    [one] { $n } показатель достиг цели
    [few] { $n } показателя достигли цели
   *[other] { $n } показателей достигли цели
}
state-on-the-way = { $n ->
    [one] { $n } на пути
   *[other] { $n } на пути
}
state-behind = { $n ->
    [one] { $n } отстаёт
   *[other] { $n } отстают
}
state-no-target = { $n ->
    [one] { $n } без цели
   *[other] { $n } без цели
}
state-unknown = { $n } без данных
goals-title = Цели и задачи
goals-intro = Каждая задача выведена из собственной проблемы района и измеряется показателями.
indicators-title = Показатели: паспорта
indicators-intro = Формула, единица, база и целевые значения каждого показателя.
indicators-table = Паспорта показателей
methods-title = Методы сбора и обработки
methods-intro = Откуда берутся данные, по какой форме, как обрабатываются и кто отвечает.
methods-table = Методы сбора по показателям
monitoring-title = Результаты мониторинга
monitoring-intro = Значения всех показателей по годам, оценка последнего года и полнота данных.
monitoring-table = Значения показателей
coverage-title = Полнота данных за { $period } год
coverage-table = Кто отчитался
by-year = по годам
formula-share = числитель ÷ знаменатель × 100
formula-text = { $counted } ÷ { $of } × 100 %
formula-count = { $counted }
dynamics-over = { $years ->
    [one] изменение за { $years } год
    [few] изменение за { $years } года
   *[other] изменение за { $years } лет
}
fact-formula = Формула
fact-numerator = Числитель
fact-denominator = Знаменатель
fact-unit = Единица
fact-better = Что лучше
fact-baseline = Базовое значение
fact-targets = Целевые значения
fact-judged = Что оценивается
judged-level = значение за год
fact-source = Источник
fact-method = Способ сбора
fact-instrument = Форма
fact-processing = Обработка
fact-frequency = Периодичность
fact-note = Примечание
fact-topics = Темы
baseline-text = { $value } в { $year } году
input-value = Значение
input-target = Цель
input-start = Начало плановой линии
input-expected = По плану в этом году
input-gap = До цели
input-missing = Не хватает
start-text = { $value } в { $year } году
origin-line = { $file }, строка { $line }
origin-collected = собрано { $date }
missing-names = не отчитались: { $names }

# Карта доказательств
map-title = Карта доказательств
map-intro = Позиции, по которым смотрят механизмы управления качеством образования: что подтверждает каждую, под каким номером и от какой даты.
map-points = { $n ->
    [one] { $n } балл
    [few] { $n } балла
   *[other] { $n } баллов
}
map-source = { $title } ({ $source })

# Банк
bank-title = Банк практик
bank-intro = Что уже работает в школах, детских садах и центрах района: шаги, условия, доказательства и опыт тех, кто попробовал.
bank-count = { $n ->
    [one] Найдена { $total } практика
    [few] Найдены { $total } практики
   *[other] Найдено { $total } практик
}
facet-subject = Предмет
facet-level = Уровень
facet-topic = Тема
facet-form = Форма
facet-audience = Кому
facet-organisation = Организация
facet-year = Год
facet-evidence = Доказанность
facet-evidence-value = Уровень { $level } из { $of }
facet-title-subject = Практики: { $value }
facet-title-level = Практики: { $value }
facet-title-topic = Практики по теме: { $value }
facet-title-form = { $value }: практики
facet-title-audience = Практики, кому: { $value }
facet-title-organisation = Практики: { $value }
facet-title-year = Практики { $value } года
facet-title-evidence = Доказанность практик: { $value }
page-of = страница { $page }
page-previous = Предыдущая
page-next = Следующая
any-subject = любой предмет
any-level = любой уровень
any-audience = всем
card-origin = { $organisation }, { $year }
evidence-short = подтверждение: { $level } из { $of }
evidence-level = уровень { $level } из { $of }: { $facts }
evidence-none = уровень 0 из { $of }: подтверждений пока нет
evidence-own-monitoring = собственный мониторинг
evidence-several-organisations = опыт трёх организаций и больше
evidence-expertise = экспертная оценка
evidence-publication = публикация
evidence-organisations = { $n ->
    [3] три организации
    [4] четыре организации
    [5] пять организаций
    [6] шесть организаций
    [7] семь организаций
    [8] восемь организаций
    [9] девять организаций
    [10] десять организаций
    [one] { $n } организация
    [few] { $n } организации
   *[other] { $n } организаций
}
evidence-organisations-of = опыт { $n ->
    [3] трёх организаций
    [4] четырёх организаций
    [5] пяти организаций
    [6] шести организаций
    [7] семи организаций
    [8] восьми организаций
    [9] девяти организаций
    [10] десяти организаций
    [one] { $n } организации
   *[other] { $n } организаций
}
evidence-declared = { $fact }: { $what }
list-and = { $rest } и { $last }
stale = требует подтверждения
stale-long = Срок подтверждения истёк { $date }: практика требует подтверждения и не предлагается в рекомендациях.
archived-long = Практика в архиве: её описание сохранено, но в списках и рекомендациях её больше нет.
fact-organisation = Организация
fact-authors = Авторы
author-named = { $name } ({ $role })
author-contact = { $role }, { $contact }
contact-withheld = через оператора сайта
fact-year = Год
fact-subjects = Предметы
fact-levels = Уровни
fact-audiences = Кому
fact-form = Форма
fact-helps = С чем поможет
fact-effort = Сколько времени
fact-duration = Сколько длится
fact-review = Подтверждена до
shared-topic = дефицит
shared-subject = предмет
shared-indicator = показатель
related-why = тот же { $shares }{ $differs ->
    [topic] , другой дефицит
    [subject] , другой предмет
    [level] , другой уровень
    [form] , другая форма
   *[nothing] {""}
  }
cite = { $title } // { $site }. { $organisation }, { $year }. URL: { $url }
file-about = { $kind }, { $size }
picture-about = картинка, { $width } × { $height }

# Темы
topics-title = Что даётся трудно?
topics-intro = Выберите своё затруднение. На странице темы — практики, с которых стоит начать, курсы и площадки, где можно поучиться, показатели и рекомендации района.
topic-order = Сначала те, что лучше подтверждены; среди равных — более новые.
topic-first = С чего начать
topic-learning = Где поучиться
topic-indicators = Как дела в районе
topic-advice = Последние рекомендации
topic-terms = Слова этой темы
topic-all = { $n ->
    [one] Вся { $n } практика темы
    [few] Все { $n } практики темы
   *[other] Все { $n } практик темы
}
topic-synonyms = Ищут также: { $words }.
topic-count = { $n ->
    [0] Практик пока нет.
    [one] { $n } практика.
    [few] { $n } практики.
   *[other] { $n } практик.
}
count-practices = { $n ->
    [one] { $n } практика
    [few] { $n } практики
   *[other] { $n } практик
}

# Реестры и объединения
registers-title = Реестры
registers-intro = Где поучиться, к кому поехать и с кем обсудить работу.
register-rest = Без темы
register-over = Завершённые
entry-over = завершено
entry-when = Когда
entry-from-until = с { $from } по { $until }
entry-from = с { $from }
entry-until = по { $until }
entry-contact = К кому обратиться
entry-url = Страница на другом сайте
entry-practices = Практики
entry-advice = Последние рекомендации по этим темам
fact-showing = Где поучиться
fact-registers = В реестрах
fact-subject = Предмет
association = Объединение педагогов
associations-title = Объединения и сообщества
associations-intro = Методические объединения и сообщества педагогов района: практики, которые они развивают, и рекомендации, которые им адресованы.
association-practices = Практики объединения
association-advice = Рекомендации объединению
association-all = { $n ->
    [one] Вся { $n } практика по предмету
    [few] Все { $n } практики по предмету
   *[other] Все { $n } практик по предмету
}

# Главная, словарь, прочее
home-counts-practices = практик в банке
home-counts-organisations = организаций
home-counts-indicators = показателей
home-counts-advice = рекомендаций
glossary-title = Словарь
moved-title = Страница переехала
groundless-others = Рекомендации, у которых основания есть
withdrawn-title = Страница снята с публикации
missing-title = Страница не найдена
missing-intro = Такого адреса на сайте нет. Возможно, страницу переименовали или адрес набран с ошибкой.
missing-where = Куда пойти дальше
nav-home = Главная
nav-bank = Банк практик
nav-topics = Темы
nav-programme = Программа
nav-programmes = Программы
nav-monitoring = Показатели
nav-advice = Рекомендации
nav-evidence = Карта доказательств
nav-organisations = Организации
nav-documents = Документы
nav-reports = Отчёты
nav-glossary = Словарь
nav-calendar = Календарь
data-as-of = данные на { $date }
address = Адрес
phone = Телефон
email = Электронная почта
inn = ИНН
hours = Часы работы
site-map-title = Что нового

## The finder. `#` stands for a number, `*` for a name.

found-practices = Практики
found-topics = Темы
found-entries = Где поучиться
found-associations = Методические объединения
found-indicators = Показатели
found-recommendations = Рекомендации
found-documents = Документы
found-reports = Справки и отчёты
found-organisations = Организации
found-terms = Термины
found-pages = О сайте
finder-found-one = Найдена # практика
finder-found-few = Найдено # практики
finder-found-many = Найдено # практик
finder-others-one = ещё # материал сайта
finder-others-few = ещё # материала сайта
finder-others-many = ещё # материалов сайта
finder-partly = Всех слов сразу нет нигде; показано, где есть часть из них
finder-mended = Точно таких слов нет; показаны похожие
finder-none = Ничего не найдено
finder-loosen = Чтобы нашлось, уберите:
finder-remove = Убрать условие: *
finder-clear = Сбросить всё
finder-more = Показать ещё
finder-and-more = и ещё #
finder-query = «*»
finder-in-text = В тексте:

## My route

route-title = Мой маршрут
route-intro = Отметьте предмет, уровень и то, что даётся трудно, — соберите практики в свой порядок, распечатайте или отправьте ссылкой.
nav-route = Мой маршрут
way-topics = выберите трудность
way-route = соберите свой маршрут

route-add = В мой маршрут
route-added = В маршруте
route-remove = Убрать
route-up = Выше
route-down = Ниже
route-suggested-one = Подходит # практика
route-suggested-few = Подходит # практики
route-suggested-many = Подходит # практик
route-suggested-none = Подходящих практик нет: уберите предмет или уровень
route-moved = Теперь на месте #
route-empty = Маршрут пока пуст: добавьте практики из списка
route-copied = Ссылка скопирована
route-clear = Очистить маршрут
route-restore = Вернуть маршрут
route-sent = Показан присланный маршрут. Ваш собственный сохранён; если изменить этот, он займёт его место
route-lost = Некоторых практик из ссылки больше нет в банке
