# Календарь мониторинга, файлы для календарей и «что должно быть на сайте сегодня».

calendar-title = Календарь мониторинга
calendar-table = Мероприятия
calendar-not-held = пока не проводилось
calendar-late = Просрочено
calendar-now = Сейчас
calendar-next = Дальше
calendar-state = На { $date } { $late ->
    [0] просроченных мероприятий нет
    [one] просрочено { $late } мероприятие
    [few] просрочены { $late } мероприятия
   *[other] просрочено { $late } мероприятий
  }; { $now ->
    [0] в этом месяце ничего не запланировано
    [one] в этом месяце — { $now } мероприятие, { $held ->
        [0] пока не проведено
       *[other] проведено
      }
    [few] в этом месяце — { $now } мероприятия, проведено { $held }
   *[other] в этом месяце — { $now } мероприятий, проведено { $held }
  }.
calendar-nearest = Ближайшее впереди — «{ $title }», { $when }.
col-when = Когда
col-state = Состояние
col-last-term = Последний срок
turn-held = проведено
turn-due = идёт срок
turn-coming = впереди
turn-overdue = просрочено
turn-not-held = не проведено
month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
month-of-year = { $month } { $year } года
calendar-file = Календарь программы
calendar-file-all = Календарь всех программ
calendar-file-about = iCalendar: откройте или добавьте по ссылке в свой календарь
agenda-term = Срок: { $term }
agenda-responsible = Ответственный: { $who }
agenda-held = Проведено: { $days }

# Что должно быть на сайте сегодня
today-title = Что должно быть на сайте сегодня
today-table = Шаги цикла
today-state = На { $date } нужно { $of ->
    [one] { $of } подтверждение
    [few] { $of } подтверждения
   *[other] { $of } подтверждений
  }: есть — { $there }, не полностью — { $partly }, нет — { $missing }{ $later ->
    [0] {""}
   *[other] , ещё есть время — { $later }
  }.
today-period = Последний год, за который нужны значения и всё, что из них следует, — { $period }.
today-note = Значения года нужны, когда год закончился или проведены все мероприятия, которые их дают. На меры, решения и анализ эффективности по итогам года есть весь следующий год.
today-late = просрочено мероприятий: { $n }
today-values = { $n } из { $of } показателей
today-no-values = нет значений: { $names }
col-step = Шаг
col-asked = Что должно быть
col-found = Есть ли
col-found-where = Где
found-there = есть
found-partly = не полностью
found-missing = нет
found-later = ещё есть время
asked-concept = Документ, на котором стоит программа
asked-goals = Цели и задачи
asked-indicators = Показатели с паспортами
asked-methods = Методы сбора
asked-held = Мероприятия календаря проведены в срок
asked-values = Значения всех показателей за { $period } год
asked-monitoring-report = Результаты мониторинга за { $period } год
asked-findings = Выводы по значениям { $period } года
asked-analysis-report = Аналитическая справка за { $period } год
asked-advice = Адресные рекомендации по итогам { $period } года
asked-measures = Меры после сбора данных за { $period } год
asked-decisions = Управленческие решения по справкам за { $period } год
asked-effects = Анализ эффективности со значениями { $period } года
asked-protocol = Протокол рабочей группы за { $period } год
