# Слова страниц программы: цели, задачи и направления, этапы, результаты, положения документа.

goal-aim = Цель
goal-task = Задача
goal-direction = Направление
goal-numbered = { $kind } { $number }
level-regional = региональный уровень
level-municipal = муниципальный уровень
level-institutional = институциональный уровень
count-aims = { $n ->
    [one] { $n } цель
    [few] { $n } цели
   *[other] { $n } целей
}
count-tasks = { $n ->
    [one] { $n } задача
    [few] { $n } задачи
   *[other] { $n } задач
}
count-directions = { $n ->
    [one] { $n } направление
    [few] { $n } направления
   *[other] { $n } направлений
}
goals-intro-plain = Цели, задачи и направления — словами документа; рядом — показатели, которыми они измеряются.
goal-reason = Обоснование
goal-part-of = Часть цели
goal-by-parts = Измеряется показателями своих частей.
goal-parts = Из чего складывается
fact-results = Ожидаемый результат

phases = Этапы
result-indicators = { $n ->
    [one] Показатель:
   *[other] Показатели:
}
provisions = Что ещё говорит документ
fact-besides = Ещё о программе
