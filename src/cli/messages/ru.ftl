level-error = ошибка
level-warning = предупреждение
level-hint = что сделать
did-you-mean = возможно, вы имели в виду «{ $word }»
see-also = впервые здесь
