metodbank.take("texts/1","d5ac0392",["Сайт ведут ,  и ."])
